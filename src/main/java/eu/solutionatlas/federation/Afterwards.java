package eu.solutionatlas.federation;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;

/** What a query does with the rows of its pattern. It is done at this hub, which has the rows and not the entries. */
final class Afterwards {
    private Afterwards() {}

    /** Whether nothing of that looks at entries again (EXISTS), or at every column of the pattern (COUNT(DISTINCT *)). */
    static boolean isPlain(Query query) {
        if (query.isAskType() && hasModifiers(query)) {
            return false;
        }
        if (query.getAggregators().stream().anyMatch(one -> one.getAggregator() instanceof AggCountDistinct)) {
            return false;
        }
        return expressions(query).stream().noneMatch(Afterwards::looksAgain);
    }

    private static boolean hasModifiers(Query query) {
        return query.hasLimit()
                || query.hasOffset()
                || query.hasGroupBy()
                || query.hasHaving()
                || query.hasAggregators()
                || query.hasOrderBy();
    }

    private static List<Expr> expressions(Query query) {
        List<Expr> all = new ArrayList<>(query.getHavingExprs());
        all.addAll(query.getGroupBy().getExprs().values());
        if (query.isSelectType()) {
            all.addAll(query.getProject().getExprs().values());
        }
        query.getAggregators().forEach(one -> {
            if (one.getAggregator().getExprList() != null) {
                all.addAll(one.getAggregator().getExprList().getList());
            }
        });
        if (query.getOrderBy() != null) {
            query.getOrderBy().forEach(by -> all.add(by.getExpression()));
        }
        return all;
    }

    private static boolean looksAgain(Expr expression) {
        boolean[] found = {false};
        Walker.walk(expression, new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionOp exists) {
                found[0] = true;
            }
        });
        return found[0];
    }
}
