package eu.solutionatlas.sparql.guard;

import eu.solutionatlas.web.ProblemException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.util.Context;

/**
 * Stands before ARQ's optimiser and sees every query as algebra, where nothing is hidden in a corner of the syntax:
 * refuses what this endpoint does not do, then binds functions, aggregates and paths to the limits of the query. It
 * comes before the optimiser because that computes constant expressions, and a constant regular expression can take for
 * ever; paths come after it, since it turns simple ones into plain patterns.
 *
 * @param bounds of the query
 * @param maxDepth how deeply it may nest
 * @param services which endpoints it may call
 */
public record QueryGuard(Bounds bounds, int maxDepth, AllowedServices services) implements RewriteFactory {
    @Override
    public Rewrite create(Context context) {
        Rewrite optimiser = Optimize.stdOptimizationFactory.create(context);
        return op -> Transformer.transformSkipService(new WatchedPaths(bounds.running()), optimiser.rewrite(admit(op)));
    }

    /**
     * The query with its bounds.
     *
     * @throws ProblemException 400 or 403 for what is refused
     */
    private Op admit(Op op) {
        new Inspection(maxDepth, services).inspect(op);
        BoundedOperators operators = new BoundedOperators(bounds);
        // What is sent to others is sent as it was written; they have bounds of their own.
        return Transformer.transformSkipService(operators, new BoundedExpressions(bounds), op);
    }
}
