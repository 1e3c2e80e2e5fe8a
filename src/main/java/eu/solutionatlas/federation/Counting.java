package eu.solutionatlas.federation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * Counts that hubs make by themselves, and that are summed here: exact, since every entry lives at one hub. What is
 * counted by something of a vocabulary (its name) is counted by the concept at the hub.
 */
final class Counting {
    /** How the names of counts made at hubs begin. */
    static final String COUNT = "_count";

    private Counting() {}

    /** What a hub is asked; empty when the counts of hubs cannot be summed. */
    static Optional<Query> at(Query whole, Stars stars) {
        boolean counts = whole.isSelectType()
                && whole.hasAggregators()
                && stars.parts().size() == 1
                && whole.getGroupBy().getExprs().isEmpty();
        if (!counts) {
            return Optional.empty();
        }
        Map.Entry<Var, List<Element>> star = stars.parts().entrySet().iterator().next();
        Var entry = star.getKey();
        for (ExprAggregator aggregator : whole.getAggregators()) {
            if (!isSummable(aggregator.getAggregator(), entry, stars)) {
                return Optional.empty();
            }
        }
        Set<Var> groups = new LinkedHashSet<>(whole.getGroupBy().getVars());
        groups.addAll(stars.outerVariables());
        groups.retainAll(stars.variables(entry));
        return Optional.of(counting(whole, star.getValue(), groups));
    }

    private static boolean isSummable(Aggregator aggregator, Var entry, Stars stars) {
        return switch (aggregator) {
            case AggCount all -> true;
            case AggCountVar some ->
                some.getExprList().get(0).isVariable()
                        && stars.variables(entry)
                                .contains(some.getExprList().get(0).asVar());
            case AggCountVarDistinct distinct ->
                stars.outer().isEmpty()
                        && distinct.getExprList().get(0).isVariable()
                        && distinct.getExprList().get(0).asVar().equals(entry);
            default -> false;
        };
    }

    private static Query counting(Query whole, List<Element> star, Set<Var> groups) {
        Query query = QueryFactory.make();
        query.setQuerySelectType();
        groups.forEach(group -> {
            query.addResultVar(group);
            query.addGroupBy(group);
        });
        int number = 0;
        for (ExprAggregator aggregator : whole.getAggregators()) {
            query.addResultVar(Var.alloc(COUNT + number++), query.allocAggregate(aggregator.getAggregator()));
        }
        ElementGroup group = new ElementGroup();
        star.forEach(group::addElement);
        query.setQueryPattern(group);
        return query;
    }

    /** The whole query with sums in the place of its counts. */
    static Query summed(Query whole) {
        Query query = QueryFactory.make();
        query.setQuerySelectType();
        query.setDistinct(whole.isDistinct());
        query.setReduced(whole.isReduced());
        query.setPrefixMapping(whole.getPrefixMapping());
        query.setQueryPattern(whole.getQueryPattern());
        Sums sums = new Sums(whole, query);
        whole.getGroupBy().getVars().forEach(query::addGroupBy);
        VarExprList project = whole.getProject();
        for (Var column : project.getVars()) {
            Expr expression = project.getExpr(column);
            if (expression == null) {
                query.addResultVar(column);
            } else {
                query.addResultVar(column, sums.of(expression));
            }
        }
        whole.getHavingExprs().forEach(having -> query.addHavingCondition(sums.of(having)));
        if (whole.getOrderBy() != null) {
            whole.getOrderBy()
                    .forEach(by -> query.addOrderBy(new SortCondition(sums.of(by.getExpression()), by.getDirection())));
        }
        if (whole.hasLimit()) {
            query.setLimit(whole.getLimit());
        }
        if (whole.hasOffset()) {
            query.setOffset(whole.getOffset());
        }
        return query;
    }

    private static final class Sums extends ExprTransformCopy {
        private final List<ExprAggregator> counts;
        private final Query query;

        Sums(Query whole, Query query) {
            this.counts = whole.getAggregators();
            this.query = query;
        }

        Expr of(Expr expression) {
            return ExprTransformer.transform(this, expression);
        }

        @Override
        public Expr transform(ExprAggregator aggregator) {
            int number = counts.indexOf(aggregator);
            return query.allocAggregate(AggregatorFactory.createSum(false, new ExprVar(Var.alloc(COUNT + number))));
        }
    }
}
