package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Frame;
import java.math.BigDecimal;
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

/**
 * What the numbers of several regions make of the region around them (SPARQL 1.1 section 18.5.1, set functions). Only the
 * query can tell: a year looks like a count.
 */
enum Measure {
    /** Counts and sums: their sum. */
    SUM,
    /** What was smallest in each: the smallest of these. */
    LEAST,
    /** What was largest in each: the largest of these. */
    MOST,
    /** Nothing: means, years, shares, and all else that the query does not say to be one of the above. */
    NONE;

    /** That of a column of a query's result. */
    static Measure of(String column, Query query) {
        Expr made = query.getProject().getExpr(Var.alloc(column));
        if (!(made instanceof ExprAggregator aggregate)) {
            return NONE;
        }
        return switch (aggregate.getAggregator()) {
            case AggCount rows -> SUM;
            case AggCountDistinct rows -> SUM;
            case AggCountVar values -> SUM;
            case AggCountVarDistinct values -> SUM;
            case AggSum values -> SUM;
            case AggMin values -> LEAST;
            case AggMinDistinct values -> LEAST;
            case AggMax values -> MOST;
            case AggMaxDistinct values -> MOST;
            default -> NONE;
        };
    }

    /** What a region shows, in a sentence. */
    String sentence(Frame frame) {
        return switch (this) {
            case SUM -> frame.text("sparql.map.summed");
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
            case SUM -> one.add(other);
            case LEAST -> one.min(other);
            case MOST -> one.max(other);
            case NONE -> throw new IllegalStateException("numbers that make nothing together");
        };
    }
}
