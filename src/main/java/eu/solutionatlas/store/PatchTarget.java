package eu.solutionatlas.store;

import org.apache.jena.graph.Node;

/** Receives the quads of a change as the journal has them, in its order. */
public interface PatchTarget {
    void add(Node document, Node subject, Node predicate, Node object);

    void delete(Node document, Node subject, Node predicate, Node object);
}
