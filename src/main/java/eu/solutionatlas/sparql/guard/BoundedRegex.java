package eu.solutionatlas.sparql.guard;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/** SPARQL's REGEX (section 17.4.3.14) that ends with its query. */
final class BoundedRegex extends ExprFunctionN {
    private final Bounds bounds;
    private final @Nullable Pattern constant;

    BoundedRegex(Bounds bounds, ExprList args) {
        super("regex", args);
        this.bounds = bounds;
        this.constant = constantPattern(args, 2);
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
        String text =
                NodeValueOps.checkAndGetStringLiteral("REGEX", args.get(0)).getLiteralLexicalForm();
        Pattern pattern = constant == null ? pattern("REGEX", args, 2) : constant;
        return NodeValue.booleanReturn(
                pattern.matcher(new WatchedText(text, bounds.running())).find());
    }

    /** The pattern, compiled once when it and its flags are constants; null when they are not. */
    static @Nullable Pattern constantPattern(ExprList args, int flags) {
        for (int i = 1; i < args.size(); i++) {
            Expr arg = args.get(i);
            boolean needed = i == 1 || i == flags;
            if (needed && !(arg.isConstant() && arg.getConstant().isString())) {
                return null;
            }
        }
        return RegexEngine.makePattern(
                "REGEX",
                args.get(1).getConstant().getString(),
                args.size() > flags ? args.get(flags).getConstant().getString() : null);
    }

    static Pattern pattern(String function, List<NodeValue> args, int flags) {
        return RegexEngine.makePattern(
                function,
                NodeValueOps.checkAndGetStringLiteral(function, args.get(1)).getLiteralLexicalForm(),
                args.size() > flags
                        ? NodeValueOps.checkAndGetStringLiteral(function, args.get(flags))
                                .getLiteralLexicalForm()
                        : null);
    }

    @Override
    public Expr copy(ExprList newArgs) {
        return new BoundedRegex(bounds, newArgs);
    }
}
