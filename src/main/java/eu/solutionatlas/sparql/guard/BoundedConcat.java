package eu.solutionatlas.sparql.guard;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;

/** SPARQL's CONCAT (section 17.4.3.12) that makes no string without bound. */
final class BoundedConcat extends ExprFunctionN {
    private final Bounds bounds;

    BoundedConcat(Bounds bounds, ExprList args) {
        super("concat", args);
        this.bounds = bounds;
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
        long length = 0;
        for (NodeValue arg : args) {
            length += NodeValueOps.checkAndGetStringLiteral("CONCAT", arg)
                    .getLiteralLexicalForm()
                    .length();
        }
        bounds.checkLength(length);
        bounds.running().check();
        return XSDFuncOp.strConcat(args);
    }

    @Override
    public Expr copy(ExprList newArgs) {
        return new BoundedConcat(bounds, newArgs);
    }
}
