package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Page;
import org.apache.jena.graph.Node;

/** Draws the pages of a concept scheme. */
public interface SchemeDescriber {
    /** The page of the scheme as a whole. */
    Page scheme(CatalogueView view, Scheme scheme, Frame frame);

    /** The page of one of its concepts. */
    Page concept(CatalogueView view, Scheme scheme, Node concept, Frame frame);
}
