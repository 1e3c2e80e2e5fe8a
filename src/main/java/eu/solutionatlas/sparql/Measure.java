package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Frame;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;

/**
 * What the numbers of several regions make of the region around them (SPARQL 1.1 section 18.5.1, set functions). Only the
 * query can tell: a year looks like a count.
 */
enum Measure {
    /** Counts and sums: their sum. */
    SUM,
    /** Counts of different things, of which two may count the same: at most their sum. */
    SUM_OF_DISTINCT,
    /** What was smallest in each: the smallest of these. */
    LEAST,
    /** What was largest in each: the largest of these. */
    MOST,
    /** Nothing: means, years, shares, and all else that the query does not say to be one of the above. */
    NONE;

    /** That of a column of a query's result. */
    static Measure of(String column, Query query) {
        Expr made = query.getProject().getExpr(Var.alloc(column));
        if (made == null && !isGrouped(query)) {
            return handedOn(query).map(inner -> of(column, inner)).orElse(NONE);
        }
        if (!(made instanceof ExprAggregator aggregate)) {
            return NONE;
        }
        return switch (aggregate.getAggregator()) {
            case AggCount rows -> SUM;
            case AggCountDistinct rows -> SUM_OF_DISTINCT;
            case AggCountVar values -> SUM;
            case AggCountVarDistinct values -> SUM_OF_DISTINCT;
            case AggSum values -> SUM;
            case AggMin values -> LEAST;
            case AggMinDistinct values -> LEAST;
            case AggMax values -> MOST;
            case AggMaxDistinct values -> MOST;
            default -> NONE;
        };
    }

    /** Whether a column of a query's result counts. */
    static boolean isCount(String column, Query query) {
        return query.getProject().getExpr(Var.alloc(column)) instanceof ExprAggregator made
                && (made.getAggregator() instanceof AggCount
                        || made.getAggregator() instanceof AggCountDistinct
                        || made.getAggregator() instanceof AggCountVar
                        || made.getAggregator() instanceof AggCountVarDistinct);
    }

    /** Whether each row is of the value that it has in a column: not where something was chosen out of a group. */
    static boolean isOf(String column, Query query) {
        if (!isGrouped(query)) {
            return handedOn(query).map(inner -> isOf(column, inner)).orElse(true);
        }
        return query.getGroupBy().getVars().contains(Nesting.source(column, query));
    }

    /** Whether rows stand for groups of others. */
    static boolean isGrouped(Query query) {
        return query.hasGroupBy() || query.hasAggregators();
    }

    /** Whether numbers are reckoned from groups, so that rows are nothing to count. */
    static boolean hasAggregates(Query query) {
        return query.hasAggregators()
                || handedOn(query).map(Measure::hasAggregates).orElse(false);
    }

    /** Whether rows stand for groups, here or in the subquery that they come from. */
    static boolean isOfGroups(Query query) {
        return isGrouped(query) || handedOn(query).map(Measure::isOfGroups).orElse(false);
    }

    /**
     * Whether rows of regions may be missing, or be there more than once: what is left of a region's parts then makes nothing
     * together that would be true of the region.
     *
     * @param rows that there are
     */
    static boolean leavesRowsOut(Query query, long rows) {
        return leavesRowsOut(query, rows, false);
    }

    /** @param merged whether those that look alike become one further out */
    private static boolean leavesRowsOut(Query query, long rows, boolean merged) {
        boolean different = merged || query.isDistinct() || query.isReduced();
        return query.hasHaving()
                || query.hasValues()
                || query.hasOffset() && query.getOffset() > 0
                || query.hasLimit() && query.getLimit() <= rows
                || isGrouped(query) && different && !showsItsGroups(query)
                || handedOn(query)
                        .map(inner -> inner.hasLimit() || leavesRowsOut(inner, rows, different && !isGrouped(query)))
                        .orElse(false);
    }

    /** Whether no two rows can look alike. */
    private static boolean showsItsGroups(Query query) {
        return new HashSet<>(query.getProjectVars())
                .containsAll(query.getGroupBy().getVars());
    }

    /** The subquery of which a query hands on the rows: nothing else is in its pattern that could double them. */
    private static Optional<Query> handedOn(Query query) {
        Element only = query.getQueryPattern();
        while (only instanceof ElementGroup group && group.size() == 1) {
            only = group.get(0);
        }
        return only instanceof ElementSubQuery part ? Optional.of(part.getQuery()) : Optional.empty();
    }

    /** Whether it adds up, so that nothing may be in it twice. */
    boolean counts() {
        return this == SUM || this == SUM_OF_DISTINCT;
    }

    /** What a region shows, in a sentence. */
    String sentence(Frame frame) {
        return switch (this) {
            case SUM -> frame.text("sparql.map.summed");
            case SUM_OF_DISTINCT -> frame.text("sparql.map.distinct");
            case LEAST -> frame.text("sparql.map.least");
            case MOST -> frame.text("sparql.map.most");
            case NONE -> frame.text("sparql.map.own");
        };
    }

    /**
     * One number for two.
     *
     * @throws IllegalStateException where there is none
     */
    BigDecimal together(BigDecimal one, BigDecimal other) {
        return switch (this) {
            case SUM, SUM_OF_DISTINCT -> one.add(other);
            case LEAST -> one.min(other);
            case MOST -> one.max(other);
            case NONE -> throw new IllegalStateException("numbers that make nothing together");
        };
    }
}
