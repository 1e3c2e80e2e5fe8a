package eu.solutionatlas.browse;

import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Page;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Draws the page of an entry. */
@FunctionalInterface
public interface EntryDescriber {
    /**
     * The page of an entry that is there.
     *
     * @param graph of the document
     * @param frame of the page, for the words that the model needs
     */
    Page describe(CatalogueView view, Graph graph, Node document, Frame frame);
}
