package eu.solutionatlas.store;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/** Applies the quads of a journal entry to a dataset. Doing so twice is the same as once. */
record DatasetTarget(DatasetGraph dataset) implements PatchTarget {
    @Override
    public void add(Node document, Node subject, Node predicate, Node object) {
        dataset.add(document, subject, predicate, object);
    }

    @Override
    public void delete(Node document, Node subject, Node predicate, Node object) {
        dataset.delete(document, subject, predicate, object);
    }
}
