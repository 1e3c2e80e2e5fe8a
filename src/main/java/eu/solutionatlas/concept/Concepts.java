package eu.solutionatlas.concept;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.store.Digest;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The concept schemes that all hubs share, in memory: themes, statuses, actor kinds. */
public final class Concepts {
    /** The last part of each scheme's IRI, which is also its path. */
    public static final String THEME = "theme";

    public static final String STATUS = "status";
    public static final String ACTOR_KIND = "actor-kind";

    private static final List<Node> SCHEMES = List.of(iri(THEME), iri(STATUS), iri(ACTOR_KIND));

    private final Digest<Scheme, Map<Node, Scheme>> digest;

    public Concepts(Store store) {
        this.digest = new Digest<>(
                store,
                SCHEMES::contains,
                (document, graph) -> graph.isEmpty() ? Optional.empty() : Optional.of(Scheme.of(graph, document)),
                Map::copyOf);
    }

    static Node iri(String scheme) {
        return NodeFactory.createURI(Iris.SHARED + scheme);
    }

    /** A scheme by the last part of its IRI; empty when it was not loaded. */
    public Optional<Scheme> scheme(Snapshot snapshot, String name) {
        return Optional.ofNullable(digest.at(snapshot).get(iri(name)));
    }

    /** What concepts are called. */
    public Names names(Snapshot snapshot) {
        Map<Node, Scheme> schemes = digest.at(snapshot);
        return concept -> schemes.values().stream()
                .map(scheme -> scheme.of(concept))
                .filter(labels -> !labels.isEmpty())
                .findFirst()
                .orElse(Labels.NONE);
    }
}
