package eu.solutionatlas.actor;

import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Listing;
import org.apache.jena.graph.Node;

/** One page of the solutions that stand in some relation to an actor, by title. */
@FunctionalInterface
public interface ActorSolutions {
    Listing of(Snapshot snapshot, Node actor, int page, Language language);
}
