package eu.solutionatlas.sparql.guard;

import eu.solutionatlas.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/** Looks through a query's algebra, EXISTS included, for what this endpoint does not do. */
final class Inspection {
    /** Each member of IN is compared with each row. */
    private static final int MAX_LIST = 5_000;

    private final int maxDepth;
    private final AllowedServices services;
    private boolean inService;
    private boolean inOrderOrAggregate;

    Inspection(int maxDepth, AllowedServices services) {
        this.maxDepth = maxDepth;
        this.services = services;
    }

    /** @throws ProblemException 400 for too deep nesting and private graph names, 403 for SERVICE */
    void inspect(Op op) {
        operator(op, 0);
    }

    private void operator(@Nullable Op op, int depth) {
        if (op == null) {
            return;
        }
        deep(depth);
        switch (op) {
            case OpService service -> service(service);
            case OpGraph graph -> graphName(graph.getNode());
            case OpFilter filter -> expressions(filter.getExprs(), depth);
            case OpLeftJoin optional -> expressions(optional.getExprs(), depth);
            case OpExtend extend -> expressions(extend.getVarExprList(), depth);
            case OpAssign assign -> expressions(assign.getVarExprList(), depth);
            case OpOrder order -> {
                List<Expr> by = new ArrayList<>();
                order.getConditions().forEach(condition -> by.add(condition.getExpression()));
                orderOrAggregate(by, depth);
            }
            case OpGroup group -> {
                expressions(group.getGroupVars(), depth);
                for (ExprAggregator aggregator : group.getAggregators()) {
                    ExprList aggregated = aggregator.getAggregator().getExprList();
                    if (aggregated != null) {
                        orderOrAggregate(aggregated.getList(), depth);
                    }
                }
            }
            case OpPath path -> path(path.getTriplePath().getPath(), depth);
            default -> {}
        }
        switch (op) {
            case OpService done -> {}
            case Op1 one -> operator(one.getSubOp(), depth + 1);
            case Op2 two -> {
                // Long groups lean to the left: each further element is one level up, not one level down.
                operator(two.getLeft(), depth + 1);
                operator(two.getRight(), depth + 1);
            }
            case OpN many -> many.getElements().forEach(element -> operator(element, depth + 1));
            default -> {}
        }
    }

    /** In these, Jena 6.0.0 mistakes what stands in a SERVICE for what is ordered or grouped. */
    private void orderOrAggregate(List<Expr> expressions, int depth) {
        boolean before = inOrderOrAggregate;
        inOrderOrAggregate = true;
        expressions(expressions, depth);
        inOrderOrAggregate = before;
    }

    private void deep(int depth) {
        if (depth > maxDepth) {
            throw new ProblemException(Refusals.tooDeep(maxDepth));
        }
    }

    private void service(OpService call) {
        Node service = call.getService();
        String iri = service.isURI() ? service.getURI() : "?" + service.getName();
        if (!service.isURI() || !services.allows(iri)) {
            throw new ProblemException(Refusals.serviceRefused(service.isURI() ? "<" + iri + ">" : iri));
        }
        if (inService) {
            throw new ProblemException(Refusals.nestedService(iri));
        }
        if (inOrderOrAggregate) {
            throw new ProblemException(Refusals.serviceOutOfPlace(iri));
        }
        inService = true;
        operator(call.getSubOp(), 0);
        inService = false;
    }

    /** The store keeps its own books in the default graph, which has names that queries could use. */
    private static void graphName(Node name) {
        if (PublicGraphs.isPrivate(name)) {
            throw new ProblemException(Refusals.privateGraph(name.getURI()));
        }
    }

    private void expressions(@Nullable ExprList expressions, int depth) {
        if (expressions != null) {
            expressions(expressions.getList(), depth);
        }
    }

    private void expressions(VarExprList expressions, int depth) {
        expressions.getExprs().values().forEach(expression -> expression(expression, depth + 1));
    }

    private void expressions(List<Expr> expressions, int depth) {
        expressions.forEach(expression -> expression(expression, depth + 1));
    }

    private void expression(@Nullable Expr expression, int depth) {
        deep(depth);
        if (expression == null) {
            return;
        }
        if (expression instanceof E_OneOfBase list && list.getRHS().size() > MAX_LIST) {
            throw new ProblemException(Refusals.tooLongList(list.getRHS().size(), MAX_LIST));
        }
        switch (expression) {
            case ExprFunctionOp exists -> operator(exists.getGraphPattern(), depth + 1);
            case ExprFunction function -> {
                for (int i = 1; i <= function.numArgs(); i++) {
                    expression(function.getArg(i), depth + 1);
                }
            }
            default -> {}
        }
    }

    private void path(@Nullable Path path, int depth) {
        deep(depth);
        if (path == null) {
            return;
        }
        switch (path) {
            case P_Path1 one -> path(one.getSubPath(), depth + 1);
            case P_Path2 two -> {
                path(two.getLeft(), depth + 1);
                path(two.getRight(), depth + 1);
            }
            default -> {}
        }
    }
}
