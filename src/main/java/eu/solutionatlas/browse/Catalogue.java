package eu.solutionatlas.browse;

import eu.solutionatlas.search.Facet;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * One of the lists.
 *
 * @param path of the list, such as {@code /solution}
 * @param kind of its entries in the search
 * @param type of the things that they are about
 * @param title the property that their titles are values of
 * @param facets that cut it, in the order in which they are shown
 */
public record Catalogue(String path, String kind, Node type, Node title, List<Facet> facets) {}
