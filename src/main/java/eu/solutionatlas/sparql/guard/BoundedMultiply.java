package eu.solutionatlas.sparql.guard;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** SPARQL's {@code *} that makes no number without bound: squaring a number 40 times gives it 10^12 digits. */
final class BoundedMultiply extends ExprFunction2 {
    private final Bounds bounds;

    BoundedMultiply(Bounds bounds, Expr left, Expr right) {
        super(left, right, "*", "*");
        this.bounds = bounds;
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
        if (digits(left) + digits(right) > Bounds.MAX_DIGITS) {
            throw new ExprEvalException("a number of more than " + Bounds.MAX_DIGITS + " digits");
        }
        bounds.running().check();
        return NodeValueOps.multiplicationNV(left, right);
    }

    private static int digits(NodeValue value) {
        return value.isInteger() || value.isDecimal()
                ? value.asNode().getLiteralLexicalForm().length()
                : 0;
    }

    @Override
    public Expr copy(Expr left, Expr right) {
        return new BoundedMultiply(bounds, left, right);
    }
}
