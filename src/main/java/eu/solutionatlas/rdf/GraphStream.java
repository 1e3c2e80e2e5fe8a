package eu.solutionatlas.rdf;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Writes many small graphs one after another, such as the entries of a list, without holding them all. */
public interface GraphStream {
    /**
     * The next graph, which describes a thing.
     *
     * @param name of the graph, which N-Quads state
     */
    void add(Graph graph, Node thing, Node name);

    /** Ends the document. What it was written to stays open. */
    void finish();
}
