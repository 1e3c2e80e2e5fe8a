package eu.solutionatlas.search;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What the index keeps of one document.
 *
 * @param document whose graph it was read from
 * @param thing that the document is about
 * @param kind which list it belongs to, such as {@code solution}
 * @param title in all its languages
 * @param text in all its languages: what it is, in a few sentences
 * @param topics what it is about, by the names of its themes in all languages, and its keywords
 * @param names of who and where it is: actors and regions, in all languages
 * @param facets its values
 * @param links every thing that it links to: when one of them changes, so may this
 * @param marks things that a list shows with it: its status, its regions
 * @param entered the day on which it came into the catalogue, as {@code 2026-11-24}; empty when that is not known
 * @param gist what a list says of it as data, title and text aside
 */
public record IndexEntry(
        Node document,
        Node thing,
        String kind,
        Labels title,
        Labels text,
        List<Label> topics,
        List<Label> names,
        Map<Facet, Set<String>> facets,
        Set<Node> links,
        List<Node> marks,
        String entered,
        Graph gist) {

    /** Reads entries out of the graphs of one snapshot. */
    @FunctionalInterface
    public interface Reader {
        /** The entry of a document; empty when there is nothing to be found, as in a tombstone. */
        java.util.Optional<IndexEntry> read(Node document, Graph graph);
    }
}
