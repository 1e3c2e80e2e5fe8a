package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;

/**
 * Queries over what this hub has: all of it, or a part.
 *
 * @param path of the address
 * @param scope of what its queries see
 * @param settings with the limits of answers
 */
record PlainMode(String path, Scope scope, SparqlSettings settings) implements QueryMode {
    @Override
    public AllowedServices services() {
        return AllowedServices.NONE;
    }

    @Override
    public Words words(Frame frame) {
        boolean all = scope == Scope.ALL;
        return new Words(
                all ? frame.text("sparql.title") : frame.text("sparql.own.title"),
                all ? frame.text("sparql.lead") : frame.text("sparql.own.lead"),
                List.of(
                        frame.text(
                                "sparql.limit.size",
                                frame.number(settings.maxRows()),
                                frame.number(settings.maxMegabytes())),
                        frame.text("sparql.limit.reading")));
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
