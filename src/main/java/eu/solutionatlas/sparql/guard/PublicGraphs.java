package eu.solutionatlas.sparql.guard;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets.DynamicDatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** The graphs of a dataset as queries see them. */
public final class PublicGraphs {
    private PublicGraphs() {}

    /** Whether this names the store's own default graph, where it keeps its books. */
    public static boolean isPrivate(Node graph) {
        return Quad.isDefaultGraph(graph);
    }

    /** What a query calls the default graph: the union of all named graphs, unless the request describes another one. */
    public static Graph defaultGraph(DatasetGraph dataset) {
        return dataset instanceof DynamicDatasetGraph ? dataset.getDefaultGraph() : dataset.getUnionGraph();
    }
}
