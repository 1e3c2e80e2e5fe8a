package eu.solutionatlas.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.store.Snapshot;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;

/**
 * What the catalogue's own entries and those copied from partners are called, read from their documents when it is asked
 * for, since a page asks for a few and a large catalogue has many. For as long as the snapshot is open.
 */
public final class EntryNames implements Names {
    /** Whoever goes through all entries meets the same actors again and again. */
    private static final int REMEMBERED = 10_000;

    private final Snapshot snapshot;
    private final Iris iris;
    private final Cache<Node, Labels> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<Node, Optional<Node>> copies =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public EntryNames(Snapshot snapshot, Iris iris) {
        this.snapshot = snapshot;
        this.iris = iris;
    }

    @Override
    public Labels of(Node thing) {
        return documentOf(thing)
                .map(document -> known.get(thing, one -> read(one, snapshot.graph(document))))
                .orElse(Labels.NONE);
    }

    /** Nothing that a partner says makes its document the one about an entry of ours. */
    @Override
    public Optional<Node> documentOf(Node thing) {
        if (!thing.isURI()) {
            return Optional.empty();
        }
        return iris.documentOf(thing).or(() -> copies.get(thing, snapshot::documentAbout));
    }

    private static Labels read(Node thing, Graph graph) {
        Labels title = Labels.of(graph, thing, DCTerms.title.asNode());
        return title.isEmpty() ? Labels.of(graph, thing, FOAF.name.asNode()) : title;
    }
}
