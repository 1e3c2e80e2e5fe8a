package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.sparql.guard.Bounds;
import eu.solutionatlas.sparql.guard.QueryGuard;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.sparql.guard.WatchedExecutor;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.store.Store;
import java.util.function.Consumer;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/** Makes ARQ run a query within its limits and its scope. */
public final class Executions {
    private final SparqlSettings settings;
    private final Context context;

    /** @param words finds entries for {@code atlas:matches} */
    public Executions(Store store, SparqlSettings settings, WordSearch words) {
        this.settings = settings;
        this.context = Context.mergeCopy(ARQ.getContext(), store.dataset().getContext());
        context.set(ARQ.spillToDiskThreshold, (long) settings.rowsInMemory());
        // A filter stays with its pattern, which TDB2 orders by what its triples find and only then puts filters into.
        // Put between the triples before that, as ARQ does by itself, it makes TDB2 keep the order of the text.
        context.set(ARQ.optFilterPlacementBGP, false);
        PropertyFunctionRegistry.set(context, WordMatches.registry(words));
    }

    /**
     * An execution, to be closed; inside a read of the store.
     *
     * @param services that the query may call
     * @param running ends it
     * @param more adds to the context
     */
    public QueryExec create(
            DatasetGraph dataset,
            Query query,
            Scope scope,
            AllowedServices services,
            RunningQuery running,
            Consumer<Context> more) {
        Context own = context.copy();
        scope.restrict(dataset, own);
        Bounds bounds = new Bounds(running, settings.maxStringLength());
        OpExecutorFactory executor = execution -> new WatchedExecutor(execution, running, scope);
        own.set(ARQConstants.sysOptimizerFactory, new QueryGuard(bounds, settings.maxDepth(), services));
        own.set(ARQConstants.sysOpExecutorFactory, executor);
        own.set(ARQConstants.symCancelQuery, running.cancelSignal());
        more.accept(own);
        return QueryExec.dataset(dataset).query(query).context(own).build();
    }
}
