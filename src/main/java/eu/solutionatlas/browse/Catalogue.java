package eu.solutionatlas.browse;

import eu.solutionatlas.search.Facet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * One of the lists.
 *
 * @param path of the list, such as {@code /solution}
 * @param kind of its entries in the search
 * @param type of the things that they are about
 * @param title the property that their titles are values of
 * @param facets that cut it, in the order in which they are shown
 * @param filters that cut it as well, by links from other pages
 * @param columns of the list as a table, beside those that every list has
 */
public record Catalogue(
        String path,
        String kind,
        Node type,
        Node title,
        List<Facet> facets,
        List<Facet> filters,
        List<Column> columns) {
    /** The hub whose program this is, as the value of a facet. */
    public static final String THIS_HUB = "here";

    /** Facets and filters. */
    List<Facet> all() {
        return Stream.concat(facets.stream(), filters.stream()).toList();
    }
}
