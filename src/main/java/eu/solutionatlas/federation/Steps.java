package eu.solutionatlas.federation;

import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;

/** How far a path goes. */
final class Steps {
    private Steps() {}

    /** Whether a path goes exactly one step forwards, by whichever of several properties. */
    static boolean isSingle(Path path) {
        return switch (path) {
            case P_Link link -> true;
            case P_Alt either -> isSingle(either.getLeft()) && isSingle(either.getRight());
            default -> false;
        };
    }
}
