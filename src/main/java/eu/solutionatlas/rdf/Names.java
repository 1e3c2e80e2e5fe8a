package eu.solutionatlas.rdf;

import java.util.Optional;
import org.apache.jena.graph.Node;

/** What things are called, and where this hub tells of them. */
@FunctionalInterface
public interface Names {
    /** The names of a thing; {@link Labels#NONE} for one that is not known here. */
    Labels of(Node thing);

    /**
     * The document of this hub about an entry, one that was copied from a partner included; empty for whatever is no entry,
     * and where that is not looked into.
     */
    default Optional<Node> documentOf(Node thing) {
        return Optional.empty();
    }
}
