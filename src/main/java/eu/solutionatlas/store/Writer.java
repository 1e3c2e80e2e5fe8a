package eu.solutionatlas.store;

import java.util.Collection;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Changes documents inside one {@link Store#commit}. Later calls see what earlier ones did. */
public interface Writer {
    /** The number of the data version that gave a document its present graph; empty when there is no such document. */
    Optional<Long> versionOf(Node document);

    /**
     * Goes on only if a document is still as it was when its writer read it (optimistic lock). Otherwise the commit
     * ends as {@link CommitOutcome.Stale}.
     *
     * @param version the number of the version that was read; empty for "there was none"
     */
    void expect(Node document, Optional<Long> version);

    /**
     * Makes these triples the whole graph of a document. The same triples again are no change. Blank nodes are kept as
     * they are, so a graph with blank nodes always counts as changed.
     */
    void replace(Node document, Collection<Triple> triples);

    /**
     * Takes a document out of the catalogue without a trace. For copies of what others publish only: whatever this hub
     * has published itself leaves a tombstone.
     */
    void remove(Node document);

    /** The documents there are. */
    Collection<Node> documents();

    /** The graph of a document as it stands now; empty when there is no such document. */
    Collection<Triple> graph(Node document);
}
