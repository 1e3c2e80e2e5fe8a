package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.sparql.guard.Watchdog;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.store.Store;
import java.time.Duration;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;

class ExecutionsTest {
    /** TDB2 orders the triples of a pattern by what they find, if nothing stands between them. */
    @Test
    void filter_leavesItsPatternWhole() {
        Query query = QueryFactory.create(
                "SELECT * { ?s <urn:x:p> ?o . ?s <urn:x:q> 'rare' FILTER STRSTARTS(STR(?o), 'http://a.example/') }");

        assertThat(plan(query))
                .isInstanceOfSatisfying(
                        OpFilter.class, filter -> assertThat(filter.getSubOp()).isInstanceOf(OpBGP.class));
    }

    private static Op plan(Query query) {
        SparqlSettings settings = SparqlSettings.from(new Settings(Map.of()));
        try (Store store = SparqlHub.sample();
                Watchdog watchdog = new Watchdog(100)) {
            RunningQuery running = watchdog.begin(Duration.ofMinutes(1), Duration.ofMinutes(1), () -> {}, () -> false);
            return store.read(snapshot -> {
                try (QueryExec exec = new Executions(store, settings, WordSearch.NONE)
                        .create(store.dataset(), query, Scope.ALL, AllowedServices.NONE, running, context -> {})) {
                    return Algebra.optimize(Algebra.compile(query), exec.getContext());
                }
            });
        }
    }
}
