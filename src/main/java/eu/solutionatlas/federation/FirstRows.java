package eu.solutionatlas.federation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;

/** What a hub is asked about one star: no more columns and rows than the whole query can need. */
final class FirstRows {
    private FirstRows() {}

    /**
     * The query of a star.
     *
     * @param whole of which it is a part
     */
    static Query query(Query whole, Stars stars, Var entry, List<Element> elements) {
        Query query = QueryFactory.make();
        query.setQuerySelectType();
        Set<Var> columns = columns(whole, stars, entry);
        columns.forEach(query::addResultVar);
        ElementGroup group = new ElementGroup();
        elements.forEach(group::addElement);
        query.setQueryPattern(group);
        if (stars.isSingle()) {
            limit(whole, query, columns, stars.variables(entry));
        }
        return query;
    }

    private static Set<Var> columns(Query whole, Stars stars, Var entry) {
        Set<Var> needed = needed(whole);
        needed.addAll(stars.outerVariables());
        stars.parts().keySet().stream()
                .filter(other -> !other.equals(entry))
                .forEach(other -> needed.addAll(stars.variables(other)));
        Set<Var> columns = new LinkedHashSet<>(stars.variables(entry));
        if (!whole.isConstructType()) {
            columns.retainAll(needed);
        }
        if (columns.isEmpty()) {
            columns.add(entry);
        }
        return columns;
    }

    /** Every variable that the query needs after its pattern. */
    private static Set<Var> needed(Query whole) {
        Set<Var> needed = new LinkedHashSet<>();
        if (whole.isSelectType()) {
            for (Var column : whole.getProjectVars()) {
                needed.add(column);
            }
            whole.getProject().getExprs().values().forEach(expression -> needed.addAll(Mentions.in(expression)));
        }
        whole.getGroupBy().getVars().forEach(needed::add);
        whole.getGroupBy().getExprs().values().forEach(expression -> needed.addAll(Mentions.in(expression)));
        whole.getAggregators().forEach(aggregator -> {
            if (aggregator.getAggregator().getExprList() != null) {
                aggregator.getAggregator().getExprList().forEach(one -> needed.addAll(Mentions.in(one)));
            }
        });
        whole.getHavingExprs().forEach(expression -> needed.addAll(Mentions.in(expression)));
        if (whole.getOrderBy() != null) {
            whole.getOrderBy().forEach(by -> needed.addAll(Mentions.in(by.getExpression())));
        }
        return needed;
    }

    /** The first rows of all are among the first rows of each. */
    private static void limit(Query whole, Query query, Set<Var> columns, Set<Var> bound) {
        if (whole.isAskType()) {
            query.setLimit(1);
            return;
        }
        if (!whole.isSelectType() || whole.hasGroupBy() || whole.hasAggregators()) {
            return;
        }
        boolean same = columns.equals(new LinkedHashSet<>(whole.getProjectVars()))
                && whole.getProject().getExprs().isEmpty();
        query.setDistinct(whole.isDistinct());
        if (!whole.hasLimit() || (whole.isDistinct() && !same)) {
            return;
        }
        if (whole.getOrderBy() != null && !isKnown(whole.getOrderBy(), bound)) {
            return;
        }
        query.setLimit(whole.getLimit() + (whole.hasOffset() ? whole.getOffset() : 0));
        if (whole.getOrderBy() != null) {
            for (SortCondition by : whole.getOrderBy()) {
                query.addOrderBy(by);
            }
        }
    }

    /** Whether a hub can order as the whole query does; what the query computes afterwards, the hub does not know. */
    private static boolean isKnown(List<SortCondition> order, Set<Var> bound) {
        return order.stream().allMatch(by -> bound.containsAll(Mentions.in(by.getExpression())));
    }
}
