package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.sparql.guard.Watchdog;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreSettings;
import eu.solutionatlas.store.TdbStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query sees of a database on disk, whose files can be exchanged while it is open. */
class ScopeOnDiskTest {
    private static final Node OWN = NodeFactory.createURI("http://localhost:8080/solution/own");
    private static final Node COPY = NodeFactory.createURI("http://localhost:8080/hub/liberec/solution/copy");

    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = TdbStore.open(directory, Clock.systemUTC(), new StoreSettings(0, Duration.ZERO, 0));
        store.commit("test", "an entry and a copy", writer -> {
            writer.replace(OWN, List.of(title(OWN)));
            writer.replace(COPY, List.of(title(COPY)));
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Triple title(Node of) {
        return Triple.create(of, DCTerms.title.asNode(), NodeFactory.createLiteralString(of.getURI()));
    }

    private List<Node> ask(String query) {
        SparqlSettings settings = SparqlSettings.from(new Settings(Map.of()));
        try (Watchdog watchdog = new Watchdog(100)) {
            RunningQuery running = watchdog.begin(Duration.ofMinutes(1), Duration.ofMinutes(1), () -> {}, () -> false);
            return store.read(snapshot -> {
                List<Node> found = new ArrayList<>();
                try (QueryExec exec = new Executions(store, settings, WordSearch.NONE)
                        .create(
                                store.dataset(),
                                QueryFactory.create(query),
                                Scope.of(OWN::equals),
                                AllowedServices.NONE,
                                running,
                                context -> {})) {
                    exec.select().forEachRemaining(row -> found.add(row.get(Var.alloc("s"))));
                }
                return found;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?s { ?s ?p ?o }",
                "SELECT ?s { ?s <http://purl.org/dc/terms/title> ?o FILTER (STRLEN(?o) > 0) }",
                "SELECT ?s { GRAPH ?g { ?s ?p ?o } }",
                "SELECT ?s { ?s <http://purl.org/dc/terms/title>+ ?o }",
                "SELECT ?s { ?s ?p ?o OPTIONAL { ?s ?q ?r } }"
            })
    void query_seesItsScopeOnly(String query) {
        assertThat(ask(query)).containsExactly(OWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT ?s { ?s ?p ?o }", "SELECT ?s { GRAPH ?g { ?s ?p ?o } }"})
    void query_afterACompaction_seesItsScopeOnly(String query) {
        store.compact(() -> false);
        assertThat(ask(query)).containsExactly(OWN);
    }
}
