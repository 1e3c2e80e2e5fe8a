package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.Optional;
import org.apache.jena.query.Query;

/**
 * Queries over what this hub has: all of it, or a part.
 *
 * @param path of the address
 * @param scope of what its queries see
 */
record PlainMode(String path, Scope scope) implements QueryMode {
    @Override
    public AllowedServices services() {
        return AllowedServices.NONE;
    }

    @Override
    public Prepared prepare(Query query, Asked asked) {
        boolean describes =
                query.hasDatasetDescription() || asked.has("default-graph-uri") || asked.has("named-graph-uri");
        if (scope != Scope.ALL && describes) {
            throw new ProblemException(Problem.badRequest(
                    "no-choice-of-graphs",
                    "This address has one dataset: leave FROM, default-graph-uri and named-graph-uri out, or ask"
                            + " /sparql."));
        }
        return new Prepared(query, scope, (context, running) -> {}, Optional.empty());
    }
}
