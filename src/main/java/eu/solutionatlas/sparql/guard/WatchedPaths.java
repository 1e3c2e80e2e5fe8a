package eu.solutionatlas.sparql.guard;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.TriplePath;

/** Puts watched paths in the place of ARQ's. */
final class WatchedPaths extends TransformCopy {
    private final RunningQuery running;

    WatchedPaths(RunningQuery running) {
        this.running = running;
    }

    @Override
    public Op transform(OpPath path) {
        TriplePath triple = path.getTriplePath();
        return triple.getPath() == null
                ? path
                : new OpPath(new TriplePath(
                        triple.getSubject(), WatchedPath.watch(triple.getPath(), running), triple.getObject()));
    }
}
