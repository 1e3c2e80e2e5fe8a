package eu.solutionatlas.region;

import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Listing;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Entries of one kind that lie in regions.
 *
 * @param regions those of each entry
 * @param listing one page of the entries that lie in any of some regions
 */
public record Located(Places regions, Cards listing) {

    /** The regions of each entry. */
    @FunctionalInterface
    public interface Places {
        Stream<? extends Collection<Node>> of(Snapshot snapshot);
    }

    /** One page of entries. */
    @FunctionalInterface
    public interface Cards {
        Listing of(Snapshot snapshot, Set<Node> regions, int page, Language language);
    }
}
