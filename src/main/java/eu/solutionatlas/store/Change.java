package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * One committed change.
 *
 * @param version the version it made
 * @param author who made it
 * @param note why
 * @param documents the documents whose graphs it changed
 */
public record Change(DataVersion version, String author, String note, Set<Node> documents) {
    public Change {
        documents = Set.copyOf(documents);
    }
}
