package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Licence;
import eu.solutionatlas.store.Snapshot;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;

/**
 * What the files of a set say of the set. Nothing that would differ if the same data were written again.
 *
 * @param id of the set
 * @param version of the data
 * @param hub what the hub is called in English, or in whatever language it has a name
 * @param base the hub's base IRI
 * @param software the program that writes it, with its version
 * @param licence of the data
 */
record SetFacts(DumpId id, DataVersion version, String hub, String base, String software, Licence licence) {
    /** Archives cannot say an earlier time. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    static SetFacts of(Snapshot snapshot, Iris iris, String software) {
        Graph document = snapshot.graph(NodeFactory.createURI(iris.base() + "hub"));
        String name = Labels.of(document, NodeFactory.createURI(iris.base() + "id/hub"), FOAF.name.asNode())
                .in("en", iris.base())
                .text();
        return new SetFacts(
                DumpId.of(snapshot.version()),
                snapshot.version(),
                name,
                iris.base(),
                software,
                Licence.of(document, iris));
    }

    /** The time of the last change, as archives say times: to two seconds, here in UTC. */
    LocalDateTime time() {
        LocalDateTime at = LocalDateTime.ofInstant(version.at(), ZoneOffset.UTC);
        LocalDateTime even = at.minusSeconds(at.getSecond() % 2).withNano(0);
        return even.isBefore(EARLIEST) ? EARLIEST : even;
    }

    /** How to name the set. */
    Citation citation() {
        return new Citation(id, version, hub, base, licence);
    }

    /** Where this state of the data is to be had. */
    String address() {
        return citation().address();
    }

    String title() {
        return citation().title();
    }
}
