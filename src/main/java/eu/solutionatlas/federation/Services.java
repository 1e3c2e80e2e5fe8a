package eu.solutionatlas.federation;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** The names after SERVICE in a query, in whatever corner they stand. */
final class Services {
    private Services() {}

    /** The IRIs; a variable as {@code ?name}. */
    static Set<String> in(Query query) {
        Set<String> found = new LinkedHashSet<>();
        if (query.getQueryPattern() == null) {
            return found;
        }
        collect(Algebra.compile(query), found);
        return found;
    }

    private static void collect(org.apache.jena.sparql.algebra.Op op, Set<String> found) {
        Walker.walk(
                op,
                new OpVisitorBase() {
                    @Override
                    public void visit(OpService service) {
                        Node name = service.getService();
                        found.add(name.isURI() ? name.getURI() : name.toString());
                    }
                },
                new ExprVisitorBase() {
                    @Override
                    public void visit(ExprFunctionOp exists) {
                        collect(exists.getGraphPattern(), found);
                    }
                });
    }
}
