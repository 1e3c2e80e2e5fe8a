package eu.solutionatlas.shape;

import eu.solutionatlas.rdf.Labels;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * One thing that a shape finds wrong, or worth improving (SHACL section 3.6.2).
 *
 * @param focus the thing that it is about
 * @param path the property; empty when it is about the thing as a whole
 * @param value the value at fault; empty when something is missing
 * @param severity only a violation is a reason to refuse an entry
 * @param messages what is wrong and how to mend it, by language
 */
public record ShapeResult(Node focus, Optional<Node> path, Optional<Node> value, Severity severity, Labels messages) {
    /** How bad it is (SHACL section 2.1.4). */
    public enum Severity {
        VIOLATION,
        WARNING,
        INFO
    }
}
