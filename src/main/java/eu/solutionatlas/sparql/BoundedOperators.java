package eu.solutionatlas.sparql;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** Puts bounded aggregates in the place of ARQ's, and keeps GRAPH to the graphs of the catalogue. */
final class BoundedOperators extends TransformCopy {
    private final Bounds bounds;

    BoundedOperators(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public Op transform(OpGroup group, Op sub) {
        List<ExprAggregator> aggregators =
                new ArrayList<>(group.getAggregators().size());
        for (ExprAggregator aggregator : group.getAggregators()) {
            aggregators.add(new ExprAggregator(aggregator.getVar(), bounded(aggregator.getAggregator())));
        }
        return OpGroup.create(sub, group.getGroupVars(), aggregators);
    }

    @Override
    public Op transform(OpGraph graph, Op sub) {
        Op inGraph = super.transform(graph, sub);
        return graph.getNode().isVariable()
                ? OpFilter.filter(new PublicGraphName(new ExprVar(graph.getNode())), inGraph)
                : inGraph;
    }

    private Aggregator bounded(Aggregator aggregator) {
        return switch (aggregator) {
            case BoundedGroupConcat already -> already;
            case AggGroupConcat plain ->
                new BoundedGroupConcat(bounds, plain.getExprList().get(0), plain.getSeparator(), false);
            case AggGroupConcatDistinct distinct ->
                new BoundedGroupConcat(bounds, distinct.getExprList().get(0), distinct.getSeparator(), true);
            default -> aggregator;
        };
    }
}
