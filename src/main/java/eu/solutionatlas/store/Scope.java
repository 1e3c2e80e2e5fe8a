package eu.solutionatlas.store;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.QC2;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * Which documents a query sees. Patterns are held to it inside TDB2, tuple by tuple; whatever reads a graph directly
 * (paths, descriptions) must read {@link #graph}.
 */
public final class Scope {
    /** Every document. */
    public static final Scope ALL = new Scope(document -> true);

    /** Graphs that are remembered as seen or hidden, for one query; one beyond is decided anew. */
    private static final int MAX_REMEMBERED = 200_000;

    private static final int GRAPH = 0;
    private static final int QUAD = 4;

    private final Predicate<Node> documents;

    private Scope(Predicate<Node> documents) {
        this.documents = documents;
    }

    /** The documents that fit. */
    public static Scope of(Predicate<Node> documents) {
        return new Scope(documents);
    }

    /** Whether a document is seen. */
    public boolean shows(Node document) {
        return documents.test(document);
    }

    /** Holds the patterns of a query to this scope; for one execution, on one thread. */
    public void restrict(DatasetGraph dataset, Context execution) {
        if (this != ALL) {
            NodeTable nodes = TDBInternal.getDatasetGraphTDB(filesOf(dataset))
                    .getQuadTable()
                    .getNodeTupleTable()
                    .getNodeTable();
            QC2.setFilter(execution, new TupleFilter(nodes));
        }
    }

    /** The database itself, which a store on disk has wrapped. */
    private static DatasetGraph filesOf(DatasetGraph dataset) {
        return dataset instanceof PinnedDataset pinned ? pinned.get() : dataset;
    }

    /** A graph of the dataset as it is seen: the union of all documents, or one of them. */
    public Graph graph(DatasetGraph dataset, Graph active) {
        if (this == ALL) {
            return active;
        }
        return new Seen(dataset, active instanceof GraphView view ? named(view) : Node.ANY);
    }

    private static Node named(GraphView view) {
        Node name = view.getGraphName();
        return name == null || Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) ? Node.ANY : name;
    }

    private final class TupleFilter implements Predicate<Tuple<NodeId>> {
        private final Map<NodeId, Boolean> known = new HashMap<>();
        private final NodeTable nodes;

        TupleFilter(NodeTable nodes) {
            this.nodes = nodes;
        }

        @Override
        public boolean test(Tuple<NodeId> tuple) {
            if (tuple.len() < QUAD) {
                return true;
            }
            if (known.size() > MAX_REMEMBERED) {
                known.clear();
            }
            return known.computeIfAbsent(tuple.get(GRAPH), id -> documents.test(nodes.getNodeForNodeId(id)));
        }
    }

    private final class Seen extends GraphBase {
        private final DatasetGraph dataset;
        private final Node name;

        Seen(DatasetGraph dataset, Node name) {
            this.dataset = dataset;
            this.name = name;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            Iterator<Quad> quads =
                    dataset.findNG(name, pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
            Iterator<Triple> seen =
                    Iter.map(Iter.filter(quads, quad -> documents.test(quad.getGraph())), Quad::asTriple);
            return WrappedIterator.create(name.equals(Node.ANY) ? Iter.distinct(seen) : seen);
        }
    }
}
