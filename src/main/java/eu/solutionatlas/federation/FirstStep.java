package eu.solutionatlas.federation;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/** The property that a path begins with, when all that follows is a walk up the tree of a concept scheme. */
final class FirstStep {
    private FirstStep() {}

    /** The property; null when the path is another one. */
    static @Nullable Node of(TriplePath triple) {
        if (triple.getPredicate() != null) {
            return triple.getPredicate();
        }
        return triple.getPath() instanceof P_Seq steps
                        && steps.getLeft() instanceof P_Link link
                        && isUpwards(steps.getRight())
                ? link.getNode()
                : null;
    }

    private static boolean isUpwards(Path path) {
        return switch (path) {
            case P_ZeroOrMore1 many -> isBroader(many.getSubPath());
            case P_OneOrMore1 many -> isBroader(many.getSubPath());
            default -> false;
        };
    }

    private static boolean isBroader(Path path) {
        return path instanceof P_Link link && link.getNode().equals(SKOS.broader.asNode());
    }
}
