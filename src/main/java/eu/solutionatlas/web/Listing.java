package eu.solutionatlas.web;

import java.util.List;

/**
 * One page of a list of entries.
 *
 * @param cards those on the page
 * @param paging where in the list that is
 */
public record Listing(List<Card> cards, Paging paging) {
    public Listing {
        cards = List.copyOf(cards);
    }
}
