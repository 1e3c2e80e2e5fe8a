package eu.solutionatlas.federation;

import java.util.function.Supplier;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_URI;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;

/** That an expression means the same at every hub and at every time. */
final class Constancy {
    private Constancy() {}

    /** @throws X for NOW, RAND, UUID, STRUUID, BNODE, IRI (which depends on the address) and functions by IRI */
    static <X extends RuntimeException> void require(Element element, Supplier<X> otherwise) {
        switch (element) {
            case ElementFilter filter -> require(filter.getExpr(), otherwise);
            case ElementBind bind -> require(bind.getExpr(), otherwise);
            default -> {}
        }
    }

    private static <X extends RuntimeException> void require(Expr expression, Supplier<X> otherwise) {
        Walker.walk(expression, new ExprVisitorBase() {
            @Override
            public void visit(ExprFunction0 function) {
                look(function);
            }

            @Override
            public void visit(ExprFunction1 function) {
                look(function);
            }

            @Override
            public void visit(ExprFunctionN function) {
                look(function);
            }

            private void look(Expr function) {
                if (function instanceof Unstable
                        || function instanceof E_IRI
                        || function instanceof E_URI
                        || function instanceof E_Now
                        || function instanceof E_Function) {
                    throw otherwise.get();
                }
            }
        });
    }
}
