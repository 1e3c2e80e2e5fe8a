package eu.solutionatlas.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.support.FaultyServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hubs that have nothing but a SPARQL endpoint: a Fuseki that knows nothing of us, and worse ones. */
class EndpointPartnerTest {
    private static final String EMPTY_LIST = "{\"head\":{\"vars\":[\"thing\"]},\"results\":{\"bindings\":[%s]}}";

    @TempDir
    private Path directory;

    private final DatasetGraph data = DatasetGraphFactory.createTxnMem();
    private HarvestBench bench;
    private FusekiServer fuseki;
    private Partner partner;

    @BeforeEach
    void start() {
        bench = new HarvestBench(directory);
        fuseki = FusekiServer.create().loopback(true).port(0).add("/ds", data).start();
        partner = withEndpoint("http://127.0.0.1:" + fuseki.getPort() + "/ds/sparql");
    }

    @AfterEach
    void stop() {
        fuseki.stop();
        bench.close();
    }

    private static Partner withEndpoint(String endpoint) {
        return HarvestBench.partner(Optional.of(endpoint), Optional.empty(), Optional.empty());
    }

    private void have(String turtle) {
        Txn.executeWrite(data, () -> {
            data.clear();
            RDFParser.fromString(turtle, Lang.TURTLE).parse(data);
        });
    }

    @Test
    void harvest_ofMoreThanABlock_copiesAll() {
        have(Turtle.solutions(250));
        assertThat(bench.harvest(partner).result()).contains(Result.TAKEN);
        assertThat(bench.copied()).hasSize(250);
        assertThat(bench.report().counts().rejected()).isZero();
    }

    @Test
    void harvest_ofTheSame_isNoChange() {
        have(Turtle.solutions(3));
        bench.harvest(partner);
        long version = bench.store.version().number();
        bench.harvest(partner);
        assertThat(bench.store.version().number()).isEqualTo(version);
    }

    @Test
    void withdrawnEntry_disappears() {
        have(Turtle.solutions(8));
        bench.harvest(partner);
        have(Turtle.solutions(7));
        bench.harvest(partner);
        assertThat(bench.copied()).hasSize(7);
    }

    @Test
    void entryOfAnotherHub_isRejected() {
        have(Turtle.file(Turtle.solution("s1", "One"), "<http://other.example/id/solution/x> a atlas:Solution ."));
        bench.harvest(partner);
        assertThat(bench.copied()).containsExactly("solution/s1");
        assertThat(bench.report().findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("speaks for another hub's IRIs"));
    }

    @Test
    void endpointThatChangesAllTheTime_fails() {
        AtomicInteger asked = new AtomicInteger();
        try (FaultyServer restless = FaultyServer.start((request, out) -> {
            if (request.contains("sparql-results")) {
                String row = "{\"thing\":{\"type\":\"uri\",\"value\":\"http://theirs.example/id/solution/s"
                        + asked.incrementAndGet() + "\"}}";
                FaultyServer.body("application/sparql-results+json", EMPTY_LIST.formatted(row))
                        .answer(request, out);
            } else {
                FaultyServer.body("application/n-triples", "").answer(request, out);
            }
        })) {
            HarvestState state =
                    bench.harvest(withEndpoint(restless.uri("/sparql").toString()));
            assertThat(state.result()).contains(Result.FAILED);
            assertThat(state.reason().orElseThrow()).contains("changed each of the 3 times");
        }
    }

    @Test
    void partialAnswerOfVirtuoso_fails() {
        try (FaultyServer virtuoso = FaultyServer.start(
                FaultyServer.body("application/sparql-results+json", EMPTY_LIST.formatted(""), "X-SQL-State: S1TAT"))) {
            HarvestState state =
                    bench.harvest(withEndpoint(virtuoso.uri("/sparql").toString()));
            assertThat(state.result()).contains(Result.FAILED);
            assertThat(state.reason().orElseThrow()).contains("only a part");
        }
    }

    @Test
    void brokenJson_isHeld() {
        try (FaultyServer broken =
                FaultyServer.start(FaultyServer.body("application/sparql-results+json", "{\"head\":{\"va"))) {
            HarvestState state =
                    bench.harvest(withEndpoint(broken.uri("/sparql").toString()));
            assertThat(state.result()).contains(Result.HELD);
        }
    }

    @Test
    void htmlInsteadOfResults_isHeld() {
        try (FaultyServer page = FaultyServer.start(FaultyServer.body("text/html", "<html>Log in</html>"))) {
            HarvestState state = bench.harvest(withEndpoint(page.uri("/sparql").toString()));
            assertThat(state.result()).contains(Result.HELD);
            assertThat(state.reason().orElseThrow()).contains("text/html");
        }
    }
}
