package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Page;
import org.apache.jena.graph.Graph;

/** Draws the page of an entry. */
@FunctionalInterface
public interface EntryDescriber {
    /**
     * The page of an entry that is there.
     *
     * @param graph of the document
     * @param topic what it is about
     * @param frame of the page, for the words that the model needs
     */
    Page describe(CatalogueView view, Graph graph, Topic topic, Frame frame);
}
