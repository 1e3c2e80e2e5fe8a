package eu.solutionatlas.rdf;

import org.apache.jena.graph.Node;

/** What things are called. */
@FunctionalInterface
public interface Names {
    /** The names of a thing; {@link Labels#NONE} for one that is not known here. */
    Labels of(Node thing);
}
