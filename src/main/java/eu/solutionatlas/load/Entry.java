package eu.solutionatlas.load;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The graph of one document as it stands in a file.
 *
 * @param document the document's IRI, the name of its graph
 * @param triples in the order of the file
 * @param lines the line of each triple
 * @param file as the caller named it
 */
record Entry(Node document, List<Triple> triples, List<Long> lines, String file) {
    /** The line of the first triple that fits; {@link Node#ANY} stands for anything. Empty when none fits. */
    Optional<Long> lineOf(Node subject, Node predicate, Node object) {
        for (int i = 0; i < triples.size(); i++) {
            if (triples.get(i).matches(subject, predicate, object)) {
                return Optional.of(lines.get(i));
            }
        }
        return Optional.empty();
    }

    /** The line where the entry begins. */
    long firstLine() {
        return lines.getFirst();
    }
}
