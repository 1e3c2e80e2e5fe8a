package eu.solutionatlas.actor;

import eu.solutionatlas.store.Snapshot;
import java.util.List;
import org.apache.jena.graph.Node;

/** The solutions that stand in some relation to an actor, by title in a language. */
@FunctionalInterface
public interface ActorSolutions {
    List<Node> of(Snapshot snapshot, Node actor, String language);
}
