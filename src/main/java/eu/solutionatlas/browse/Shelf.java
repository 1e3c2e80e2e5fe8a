package eu.solutionatlas.browse;

import eu.solutionatlas.web.Card;
import java.util.List;

/**
 * Some entries of a list, and the way to the whole of it.
 *
 * @param cards the first entries by title
 * @param total how many entries the list has
 * @param href of the list
 */
public record Shelf(List<Card> cards, int total, String href) {
    public Shelf {
        cards = List.copyOf(cards);
    }

    /** Whether the list has more than is shown. */
    public boolean hasMore() {
        return total > cards.size();
    }
}
