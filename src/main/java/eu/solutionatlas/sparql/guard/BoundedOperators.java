package eu.solutionatlas.sparql.guard;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorFactory;

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
            aggregators.add(new ExprAggregator(aggregator.getVar(), bounded(aggregator.getAggregator(), sub)));
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

    private Aggregator bounded(Aggregator aggregator, Op sub) {
        return switch (aggregator) {
            case BoundedGroupConcat already -> already;
            case AggGroupConcat plain ->
                new BoundedGroupConcat(bounds, plain.getExprList().get(0), plain.getSeparator(), false);
            case AggGroupConcatDistinct distinct ->
                new BoundedGroupConcat(bounds, distinct.getExprList().get(0), distinct.getSeparator(), true);
            case AggCountVar count ->
                isAlwaysBound(count.getExprList().get(0), sub) ? AggregatorFactory.createCount(false) : count;
            default -> aggregator;
        };
    }

    /**
     * Whether a pattern binds a variable in each of its rows. Then counting the variable is counting rows, and ARQ, which
     * would look up the term of every row, need not.
     */
    private static boolean isAlwaysBound(Expr counted, Op op) {
        if (!counted.isVariable()) {
            return false;
        }
        Var variable = counted.asVar();
        return switch (op) {
            case OpBGP pattern ->
                pattern.getPattern().getList().stream()
                        .anyMatch(triple ->
                                mentions(variable, triple.getSubject(), triple.getPredicate(), triple.getObject()));
            case OpQuadPattern pattern ->
                pattern.getBasicPattern().getList().stream()
                        .anyMatch(triple ->
                                mentions(variable, triple.getSubject(), triple.getPredicate(), triple.getObject()));
            case OpPath path ->
                mentions(
                        variable,
                        path.getTriplePath().getSubject(),
                        path.getTriplePath().getObject());
            case OpGraph graph -> isAlwaysBound(counted, graph.getSubOp());
            case OpFilter filter -> isAlwaysBound(counted, filter.getSubOp());
            case OpJoin join -> isAlwaysBound(counted, join.getLeft()) || isAlwaysBound(counted, join.getRight());
            case OpLeftJoin optional -> isAlwaysBound(counted, optional.getLeft());
            default -> false;
        };
    }

    private static boolean mentions(Var variable, Node... terms) {
        return List.of(terms).contains(variable);
    }
}
