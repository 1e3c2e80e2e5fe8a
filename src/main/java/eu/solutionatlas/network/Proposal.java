package eu.solutionatlas.network;

import eu.solutionatlas.browse.Likeness;
import eu.solutionatlas.search.Session;
import java.util.Comparator;
import java.util.Set;

/**
 * Two entries of different hubs that are probably about the same.
 *
 * @param one the own one if one of them is, else the first by the addresses of their documents
 * @param reasons why, the best first
 */
record Proposal(Session.Found one, Session.Found other, Set<Likeness.Reason> reasons) {
    /** The best founded first. */
    static final Comparator<Proposal> BEST_FIRST = Comparator.comparing(
                    (Proposal proposal) -> proposal.reasons().iterator().next())
            .thenComparing(
                    proposal -> proposal.reasons().size(),
                    Comparator.<Integer>naturalOrder().reversed())
            .thenComparing(proposal -> proposal.one().document().getURI())
            .thenComparing(proposal -> proposal.other().document().getURI());
}
