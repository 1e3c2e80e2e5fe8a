package eu.solutionatlas.search;

import java.util.Map;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param kind which list, such as {@code solution}
 * @param text words, in any of the catalogue's languages; empty for everything
 * @param language of the reader, as a tag: decides between equals, and the order of titles
 * @param chosen values of facets: any of one facet, all facets at once
 * @param order of the results
 */
public record Question(String kind, String text, String language, Map<Facet, Set<String>> chosen, Order order) {
    /** In which order results come. */
    public enum Order {
        /** The best match first; without words, by title. */
        BEST,
        TITLE,
        /** The latest entries first, those of one day by title. */
        NEWEST
    }

    /** This question with other values of one facet. */
    public Question with(Facet facet, Set<String> values) {
        Map<Facet, Set<String>> other = new java.util.EnumMap<>(Facet.class);
        other.putAll(chosen);
        if (values.isEmpty()) {
            other.remove(facet);
        } else {
            other.put(facet, values);
        }
        return new Question(kind, text, language, other, order);
    }
}
