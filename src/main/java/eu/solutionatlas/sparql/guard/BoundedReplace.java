package eu.solutionatlas.sparql.guard;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/** SPARQL's REPLACE (section 17.4.3.15) that ends with its query and makes no string without bound. */
final class BoundedReplace extends ExprFunctionN {
    private final Bounds bounds;
    private final @Nullable Pattern constant;

    BoundedReplace(Bounds bounds, ExprList args) {
        super("replace", args);
        this.bounds = bounds;
        this.constant = BoundedRegex.constantPattern(args, 3);
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
        Node node = NodeValueOps.checkAndGetStringLiteral("REPLACE", args.get(0));
        String text = node.getLiteralLexicalForm();
        String replacement =
                NodeValueOps.checkAndGetStringLiteral("REPLACE", args.get(2)).getLiteralLexicalForm();
        Pattern pattern = constant == null ? BoundedRegex.pattern("REPLACE", args, 3) : constant;
        String replaced = replaceAll(pattern.matcher(new WatchedText(text, bounds.running())), replacement, text);
        return replaced.equals(text) ? args.get(0) : Literals.like(node, replaced);
    }

    private String replaceAll(Matcher matcher, String replacement, String text) {
        StringBuilder result = new StringBuilder();
        boolean first = true;
        try {
            while (matcher.find()) {
                // As ARQ has it: "" at the end of a match of ".*" is not replaced a second time.
                if (!first && matcher.start() == matcher.end()) {
                    continue;
                }
                first = false;
                matcher.appendReplacement(result, replacement);
                bounds.checkLength(result.length());
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("the replacement names a group that the pattern does not have", e);
        }
        if (first) {
            return text;
        }
        matcher.appendTail(result);
        bounds.checkLength(result.length());
        return result.toString();
    }

    @Override
    public Expr copy(ExprList newArgs) {
        return new BoundedReplace(bounds, newArgs);
    }
}
