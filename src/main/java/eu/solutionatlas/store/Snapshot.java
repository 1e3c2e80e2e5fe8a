package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The catalogue as it was at one moment. Valid inside the {@link Store#read} that handed it out: graphs and rows must be
 * used up there.
 */
public interface Snapshot {
    /** The state that is read. */
    DataVersion version();

    /** Whether there is such a document, a tombstone included. */
    boolean contains(Node document);

    /** The graph of a document; an empty one when there is no such document. */
    Graph graph(Node document);

    /** The documents there are, in the store's own order. */
    Stream<Node> documents();

    /**
     * The document that says it is about a thing ({@code foaf:primaryTopic}), by one look-up in the index; the first in the
     * order of their IRIs if several do. Empty when there is none.
     */
    Optional<Node> documentAbout(Node thing);

    /** The change that gave a document its present graph; empty when there is no such document. */
    Optional<DataVersion> versionOf(Node document);

    /**
     * Runs a SELECT over the union of all documents.
     *
     * @param query parsed once, by the caller
     * @param bindings variable name (without the question mark) to the term that replaces it
     */
    RowSet select(Query query, Map<String, Node> bindings);

    /** Runs a CONSTRUCT over the union of all documents into a graph of its own, which outlives the snapshot. */
    Graph construct(Query query, Map<String, Node> bindings);
}
