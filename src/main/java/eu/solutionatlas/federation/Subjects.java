package eu.solutionatlas.federation;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementDataset;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/** What a part of a query says something of. */
final class Subjects {
    /** Stands for whatever may be about anything. */
    private static final Node ANYTHING = NodeFactory.createURI("urn:x-solution-atlas:anything");

    private Subjects() {}

    /** The subjects of its patterns, EXISTS included; something that is no variable when they cannot be told. */
    static Set<Node> in(Element element) {
        Set<Node> found = new LinkedHashSet<>();
        ElementWalker.walk(element, new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                block.getPattern().getList().forEach(triple -> {
                    boolean single = triple.getPredicate() != null || Steps.isSingle(triple.getPath());
                    found.add(single ? triple.getSubject() : ANYTHING);
                });
            }

            @Override
            public void visit(ElementFilter filter) {
                inside(filter.getExpr());
            }

            @Override
            public void visit(ElementBind bind) {
                inside(bind.getExpr());
            }

            @Override
            public void visit(ElementData data) {
                found.add(ANYTHING);
            }

            @Override
            public void visit(ElementNamedGraph graph) {
                found.add(ANYTHING);
            }

            @Override
            public void visit(ElementDataset dataset) {
                found.add(ANYTHING);
            }

            @Override
            public void visit(ElementService service) {
                found.add(ANYTHING);
            }

            @Override
            public void visit(ElementSubQuery query) {
                found.add(ANYTHING);
            }

            private void inside(Expr expression) {
                Walker.walk(expression, new ExprVisitorBase() {
                    @Override
                    public void visit(ExprFunctionOp exists) {
                        found.addAll(in(exists.getElement()));
                    }
                });
            }
        });
        return found;
    }
}
