package eu.solutionatlas.sparql.guard;

import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathBase;
import org.apache.jena.sparql.path.PathVisitor;
import org.apache.jena.sparql.util.NodeIsomorphismMap;

/**
 * A step of a property path that looks at the clock each time that it is taken. ARQ walks a path to its end before it
 * gives the first row, and does not look up on the way.
 */
final class WatchedPath extends PathBase {
    private final Path step;
    private final RunningQuery running;

    private WatchedPath(Path step, RunningQuery running) {
        this.step = step;
        this.running = running;
    }

    /** The same path, each single step of it watched. */
    static Path watch(Path path, RunningQuery running) {
        return switch (path) {
            case P_Seq both -> new P_Seq(watch(both.getLeft(), running), watch(both.getRight(), running));
            case P_Alt either -> new P_Alt(watch(either.getLeft(), running), watch(either.getRight(), running));
            case P_Inverse inverse -> new P_Inverse(watch(inverse.getSubPath(), running));
            case P_ZeroOrMore1 many -> new P_ZeroOrMore1(watch(many.getSubPath(), running));
            case P_OneOrMore1 many -> new P_OneOrMore1(watch(many.getSubPath(), running));
            case P_ZeroOrOne maybe -> new P_ZeroOrOne(watch(maybe.getSubPath(), running));
            case WatchedPath already -> already;
            default -> new WatchedPath(path, running);
        };
    }

    @Override
    public void visit(PathVisitor visitor) {
        running.check();
        step.visit(visitor);
    }

    @Override
    public boolean equalTo(Path other, NodeIsomorphismMap isomorphism) {
        return other instanceof WatchedPath watched && step.equalTo(watched.step, isomorphism);
    }

    @Override
    public int hashCode() {
        return step.hashCode();
    }
}
