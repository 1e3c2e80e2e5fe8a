package eu.solutionatlas.network;

import eu.solutionatlas.browse.Likeness;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Paging;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the page of proposals shows.
 *
 * @param cutFrom how many pairs there are, when these are too many to list them all
 */
public record SamePage(List<Pair> pairs, Paging paging, Optional<Integer> cutFrom) {
    public SamePage {
        pairs = List.copyOf(pairs);
    }

    /** Two actors that are probably the same. */
    public record Pair(Side one, Side other, Set<Likeness.Reason> reasons) {}

    /**
     * One of the two.
     *
     * @param hub that it was copied from; empty for this hub
     */
    public record Side(Link actor, Optional<Label> hub) {}
}
