package eu.solutionatlas.network;

import eu.solutionatlas.browse.Origin;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.web.Link;
import java.time.Instant;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The copy of a hub's entries as a whole.
 *
 * @param changed when it changed last; empty when there is none
 * @param version the hub's data version that it shows
 * @param source what it was made of
 */
record HubCopy(Optional<Instant> changed, Optional<String> version, Optional<Link> source) {
    /** @param document about the copy, {@code {base}hub/x} */
    static HubCopy of(Graph graph, Node document) {
        return new HubCopy(
                Origin.copied(graph, document), Origin.version(graph, document), Origin.source(graph, document));
    }

    /** This hub as a thing. */
    static Node own(Iris iris) {
        return NodeFactory.createURI(iris.base() + "id/hub");
    }

    /** The document about this hub. */
    static Node ownDocument(Iris iris) {
        return NodeFactory.createURI(iris.base() + "hub");
    }
}
