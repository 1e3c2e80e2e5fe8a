package eu.solutionatlas.concept;

import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Listing;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The entries that a scheme sorts.
 *
 * @param concepts those of each entry
 * @param listing one page of the entries that concern any of some concepts
 */
public record Tagged(Concerns concepts, Cards listing) {

    /** The concepts of each entry. */
    @FunctionalInterface
    public interface Concerns {
        Stream<? extends Collection<Node>> of(Snapshot snapshot);
    }

    /** One page of entries. */
    @FunctionalInterface
    public interface Cards {
        Listing of(Snapshot snapshot, Set<Node> concepts, int page, Language language);
    }
}
