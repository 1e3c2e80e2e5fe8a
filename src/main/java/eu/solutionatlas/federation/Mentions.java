package eu.solutionatlas.federation;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/** The variables that a part of a query mentions, bound by it or not. */
final class Mentions {
    private Mentions() {}

    static Set<Var> in(Element element) {
        Set<Var> found = new LinkedHashSet<>();
        ElementWalker.walk(element, new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                for (TriplePath triple : block.getPattern().getList()) {
                    add(triple.getSubject());
                    add(triple.getObject());
                    add(triple.getPredicate());
                }
            }

            @Override
            public void visit(ElementFilter filter) {
                found.addAll(in(filter.getExpr()));
            }

            @Override
            public void visit(ElementBind bind) {
                found.add(bind.getVar());
                found.addAll(in(bind.getExpr()));
            }

            @Override
            public void visit(ElementData data) {
                found.addAll(data.getVars());
            }

            private void add(@org.jspecify.annotations.Nullable Node node) {
                if (node != null && Var.isVar(node)) {
                    found.add(Var.alloc(node));
                }
            }
        });
        return found;
    }

    /** The variables of an expression, those inside of EXISTS too. */
    static Set<Var> in(Expr expression) {
        Set<Var> found = new LinkedHashSet<>(ExprVars.getVarsMentioned(expression));
        Walker.walk(expression, new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionOp exists) {
                found.addAll(in(exists.getElement()));
            }
        });
        return found;
    }
}
