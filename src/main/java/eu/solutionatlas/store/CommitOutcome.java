package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** What became of a commit. */
public sealed interface CommitOutcome {
    /** It is durable and visible. */
    record Committed(Change change) implements CommitOutcome {}

    /** Everything was so already; there is no new version. */
    record Unchanged(DataVersion version) implements CommitOutcome {}

    /**
     * Somebody else changed a document first; nothing was written.
     *
     * @param document the document
     * @param actual the number of the version that it has now; empty when it does not exist
     */
    record Stale(Node document, Optional<Long> actual) implements CommitOutcome {}
}
