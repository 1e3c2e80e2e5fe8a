package eu.solutionatlas.sparql.guard;

import org.apache.jena.sparql.expr.ExprEvalException;

/**
 * What the expressions of one query must keep to.
 *
 * @param running the query
 * @param maxStringLength characters of a string that it makes
 */
public record Bounds(RunningQuery running, int maxStringLength) {
    /** Digits of a number; repeated multiplication doubles them each time. */
    static final int MAX_DIGITS = 10_000;

    /**
     * Refuses a string that would grow too long: an error of the expression, as in any other function that has no value.
     *
     * @throws ExprEvalException when it would
     */
    void checkLength(long length) {
        if (length > maxStringLength) {
            throw new ExprEvalException("a string of more than " + maxStringLength + " characters");
        }
    }
}
