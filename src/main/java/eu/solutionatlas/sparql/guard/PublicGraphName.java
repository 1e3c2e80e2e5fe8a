package eu.solutionatlas.sparql.guard;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Whether a graph is one of the catalogue's. GRAPH with a variable that is bound to the name of the store's own default
 * graph would otherwise show what the store keeps there.
 */
final class PublicGraphName extends ExprFunction1 {
    PublicGraphName(Expr name) {
        super(name, "publicGraphName");
    }

    @Override
    public NodeValue eval(NodeValue name) {
        return NodeValue.booleanReturn(!PublicGraphs.isPrivate(name.asNode()));
    }

    @Override
    public Expr copy(Expr name) {
        return new PublicGraphName(name);
    }
}
