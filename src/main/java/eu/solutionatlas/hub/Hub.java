package eu.solutionatlas.hub;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Licence;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.store.Digest;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Imprint;
import eu.solutionatlas.web.Link;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.VCARD4;

/** The hub itself: who publishes this catalogue. */
public final class Hub {
    private final Iris iris;
    private final Node thing;
    private final Node document;
    private final Digest<Imprint, Imprint> digest;

    public Hub(Store store, Iris iris) {
        this.iris = iris;
        this.thing = NodeFactory.createURI(iris.base() + "id/hub");
        this.document = NodeFactory.createURI(iris.base() + "hub");
        this.digest = new Digest<>(
                store,
                document::equals,
                (node, graph) -> Optional.of(imprint(graph)),
                imprints -> imprints.values().stream().findFirst().orElse(Imprint.UNKNOWN));
    }

    Node thing() {
        return thing;
    }

    Node document() {
        return document;
    }

    /** What every page says of the hub. */
    public Imprint imprint(Snapshot snapshot) {
        return digest.at(snapshot);
    }

    /** What the hub is called. */
    public Names names(Snapshot snapshot) {
        Labels name = imprint(snapshot).name();
        return node -> node.equals(thing) ? name : Labels.NONE;
    }

    private Imprint imprint(Graph graph) {
        Description hub = new Description(graph, thing);
        Optional<String> contact = hub.things(DCAT.contactPoint).stream()
                .map(point -> new Description(graph, point))
                .flatMap(point -> java.util.stream.Stream.concat(
                        point.things(VCARD4.hasEmail.asNode()).stream(), point.things(VCARD4.hasURL.asNode()).stream()))
                .flatMap(address -> Link.elsewhere(address.getURI()).href().stream())
                .findFirst();
        return new Imprint(hub.labels(FOAF.name), Licence.of(graph, iris), contact);
    }
}
