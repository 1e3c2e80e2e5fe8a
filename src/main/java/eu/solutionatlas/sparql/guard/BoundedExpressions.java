package eu.solutionatlas.sparql.guard;

import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Puts bounded functions in the place of those that one row can keep busy, or filling memory, for ever. */
final class BoundedExpressions extends ExprTransformCopy {
    private static final String MATCHES = ARQConstants.fnPrefix + "matches";
    private static final String REPLACE = ARQConstants.fnPrefix + "replace";
    private static final String CONCAT = ARQConstants.fnPrefix + "concat";

    private final Bounds bounds;

    BoundedExpressions(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList args) {
        return switch (function) {
            case E_Regex regex -> new BoundedRegex(bounds, args);
            case E_StrReplace replace -> new BoundedReplace(bounds, args);
            case E_StrConcat concat -> new BoundedConcat(bounds, args);
            case E_Function named -> named(named, args);
            default -> super.transform(function, args);
        };
    }

    private Expr named(E_Function function, ExprList args) {
        String iri = function.getFunctionIRI();
        if (iri.equals(MATCHES) && between(args, 2, 3)) {
            return new BoundedRegex(bounds, args);
        }
        if (iri.equals(REPLACE) && between(args, 3, 4)) {
            return new BoundedReplace(bounds, args);
        }
        return iri.equals(CONCAT) ? new BoundedConcat(bounds, args) : super.transform(function, args);
    }

    private static boolean between(ExprList args, int least, int most) {
        return args.size() >= least && args.size() <= most;
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return switch (function) {
            case E_Multiply multiply -> new BoundedMultiply(bounds, left, right);
            case E_StrLang strLang -> new CheckedStrLang(left, right);
            default -> super.transform(function, left, right);
        };
    }
}
