package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.rdf.vocab.PROV;
import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestHubs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A federation of a healthy hub, this one, and one that does everything wrong that a hub can do wrong. */
class FaultyHubTest {
    private static final String JSON = "application/sparql-results+json";
    private static final String QUERY =
            "SELECT ?s { SERVICE <urn:hubs:all> { ?s a <https://w3id.org/solution-atlas/ns#Actor> } }";
    private static final String DEADLINE_MILLIS = "1000";

    private static TestHubs hubs;
    private static TestAtlas here;

    private FaultyServer hub;

    @BeforeAll
    static void start() {
        hubs = new TestHubs();
        here = hubs.add(
                "here",
                Map.of(
                        "atlas.harvest.every",
                        "0s",
                        "atlas.federation.deadline",
                        DEADLINE_MILLIS + "ms",
                        "atlas.federation.pause",
                        "1ms",
                        "atlas.federation.max-rows-of-hub",
                        "3",
                        "atlas.federation.max-megabytes-of-hub",
                        "1"));
    }

    @AfterAll
    static void stop() {
        hubs.close();
    }

    @BeforeEach
    void introduce() {
        hub = FaultyServer.start(FaultyServer.status("404 Not Found"));
        register(hub.uri("/sparql").toString());
    }

    private void register(String endpoint) {
        hubs.register("here", TestHubs.partner("faulty", "http://faulty.example/", endpoint, "CZ", false));
    }

    @AfterEach
    void leave() {
        hub.close();
        new Partners(here.store(), new Iris(hubs.base("here"))).remove("faulty", "test");
    }

    private static HttpResponse<String> ask(String more) {
        return here.get(
                "/federation/sparql?query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8) + more, "Accept", JSON);
    }

    private static String report() {
        HttpResponse<String> answer = ask("");
        assertThat(answer.statusCode()).isEqualTo(200);
        String link = answer.headers().firstValue("Link").orElseThrow();
        String path = link.substring(link.indexOf("/federation/"), link.indexOf('>'));
        String report = here.get(path).body();
        assertThat(report).as("the healthy hub").contains("\"hub\":\"here\",\"part\":1,\"state\":\"answered\"");
        return report.substring(report.indexOf("\"hub\":\"faulty\""));
    }

    private static String rows(String... iris) {
        StringBuilder json = new StringBuilder("{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[");
        for (int i = 0; i < iris.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"s\":{\"type\":\"uri\",\"value\":\"")
                    .append(iris[i])
                    .append("\"}}");
        }
        return json.append("]}}").toString();
    }

    @Test
    void hubThatAnswers_isTaken() {
        hub.behave(FaultyServer.body(JSON, rows("http://faulty.example/a")));

        assertThat(report()).contains("\"state\":\"answered\"", "\"rows\":1");
    }

    @Test
    void hubThatRefuses_isMissing() {
        hub.goAway();

        assertThat(report()).contains("\"error\":\"REFUSED\"");
    }

    @Test
    void hubThatNeverAnswers_isMissing() {
        hub.behave(FaultyServer.silence());

        assertThat(report()).contains("\"error\":\"TIMEOUT\"");
    }

    @Test
    void hubThatStopsInTheBody_isMissing() {
        hub.behave((request, out) -> {
            String begun = "HTTP/1.1 200 OK\r\nContent-Type: " + JSON + "\r\nContent-Length: 1000\r\n\r\n"
                    + "{\"head\":{\"vars\":[\"s\"]},";
            out.write(begun.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(Long.MAX_VALUE);
        });

        assertThat(report()).contains("\"error\":\"TIMEOUT\"");
    }

    @Test
    void hubThatDrips_isMissing() {
        hub.behave(FaultyServer.drip(JSON, 100));

        assertThat(report()).contains("\"error\":\"TIMEOUT\"");
    }

    @Test
    void hubThatSendsTenGigabytes_isMissing() {
        hub.behave(FaultyServer.flood(JSON));

        assertThat(report()).contains("\"error\":\"TOO_LARGE\"");
    }

    @Test
    void hubWithTooManyRows_isMissing() {
        hub.behave(FaultyServer.body(
                JSON,
                rows(
                        "http://faulty.example/a",
                        "http://faulty.example/b",
                        "http://faulty.example/c",
                        "http://faulty.example/d")));

        assertThat(report()).contains("\"error\":\"TOO_LARGE\"");
    }

    @Test
    void hubWithAValueOfManyCharacters_isMissing() {
        hub.behave(FaultyServer.body(JSON, rows("http://faulty.example/" + "a".repeat(100_000))));

        assertThat(report()).contains("\"error\":\"TOO_LARGE\"", "a value of more than 100000 characters");
    }

    @Test
    void hubWhoseConnectionEndsTooEarly_isMissing() {
        hub.behave(FaultyServer.shortOfLength(JSON, rows("http://faulty.example/a")));

        assertThat(report()).contains("\"error\":\"TRUNCATED\"");
    }

    @Test
    void hubWithBrokenJson_isMissing() {
        hub.behave(FaultyServer.body(JSON, "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{]"));

        assertThat(report()).contains("\"error\":\"MALFORMED\"");
    }

    @Test
    void hubWithJsonThatEndsTooEarly_isMissing() {
        String whole = rows("http://faulty.example/a");
        hub.behave(FaultyServer.body(JSON, whole.substring(0, whole.length() - 3)));

        assertThat(report()).contains("\"error\":\"MALFORMED\"");
    }

    @Test
    void hubWithJsonOfAnotherShape_isMissing() {
        hub.behave(FaultyServer.body(JSON, "{\"hello\":\"world\"}"));

        assertThat(report()).contains("\"error\":\"MALFORMED\"");
    }

    @Test
    void hubWithNothingInTheBody_isMissing() {
        hub.behave(FaultyServer.body(JSON, ""));

        assertThat(report()).contains("\"error\":\"MALFORMED\"");
    }

    @Test
    void hubThatAnswersYes_isMissing() {
        hub.behave(FaultyServer.body(JSON, "{\"head\":{},\"boolean\":true}"));

        assertThat(report()).contains("\"error\":\"MALFORMED\"");
    }

    @Test
    void hubThatSendsAPage_isMissing() {
        hub.behave(FaultyServer.body("text/html", "<h1>Welcome</h1>"));

        assertThat(report()).contains("\"error\":\"WRONG_TYPE\"");
    }

    @Test
    void hubThatSendsAPageAsJson_isMissing() {
        hub.behave(FaultyServer.body(JSON, "<h1>Welcome</h1>"));

        assertThat(report()).contains("\"error\":\"MALFORMED\"");
    }

    @Test
    void hubThatSendsUsElsewhere_isMissing() {
        hub.behave(FaultyServer.redirect("http://169.254.169.254/latest/meta-data/"));

        assertThat(report()).contains("\"error\":\"REDIRECT\"");
    }

    @Test
    void hubThatFails_isMissing() {
        hub.behave(FaultyServer.status("500 Internal Server Error"));

        assertThat(report()).contains("\"error\":\"STATUS\"");
    }

    @Test
    void hubThatIsBusy_isMissing() {
        hub.behave(FaultyServer.status("503 Service Unavailable", "Retry-After: 5"));

        assertThat(report()).contains("\"error\":\"BUSY\"");
    }

    @Test
    void hubAtAMetadataAddress_isNeverAsked() {
        register("http://169.254.169.254/sparql");

        assertThat(report()).contains("\"error\":\"FORBIDDEN_ADDRESS\"");
    }

    @Test
    void hubWithAnotherHubsEntries_hasThemLeftOut() {
        hub.behave(FaultyServer.body(JSON, rows("http://faulty.example/a", "http://other.example/b")));

        assertThat(report()).contains("\"rows\":1", "\"rowsAboutOtherHubs\":1");
    }

    @Test
    void hubThatDoesNotSayAboutWhichEntry_hasItsRowsLeftOut() {
        hub.behave(
                FaultyServer.body(
                        JSON,
                        "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"literal\",\"value\":\"evil\"}}]}}"));

        assertThat(report()).contains("\"rows\":0", "\"rowsAboutOtherHubs\":1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[{\"x\":{\"type\":\"literal\",\"value\":\"1\"}}]}}",
                "{\"results\":{\"bindings\":[]},\"head\":{\"vars\":[]}}"
            })
    void hubThatAnswersSomethingElse_isMissing(String answer) {
        hub.behave(FaultyServer.body(JSON, answer));

        assertThat(report()).contains("\"error\":\"MALFORMED\"", "lacks columns that were asked for: s");
    }

    @Test
    void hubThatAnswersSomethingElse_inXml_isMissing() {
        hub.behave(
                FaultyServer.body(
                        "application/sparql-results+xml",
                        "<sparql xmlns='http://www.w3.org/2005/sparql-results#'><head><variable name='x'/></head><results/></sparql>"));

        assertThat(report()).contains("lacks columns that were asked for: s");
    }

    @Test
    void hubThatAskedOthersInVain_isTakenAsPartial() {
        hub.behave(FaultyServer.body(
                JSON, rows("http://faulty.example/a"), "Federation-Status: partial; source=as-written; answered=1"));

        assertThat(report()).contains("\"state\":\"cut\"", "asked others itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"_count0\":{\"type\":\"literal\",\"value\":\"NaN\"}}", "{}"})
    void hubWithACountThatIsNone_isMissing(String rows) {
        hub.behave(FaultyServer.body(
                JSON, "{\"head\":{\"vars\":[\"_count0\"]},\"results\":{\"bindings\":[" + rows + "]}}"));
        HttpResponse<String> answer = here.get(
                "/federation/sparql?query="
                        + URLEncoder.encode(
                                "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/solution-atlas/ns#Actor> }",
                                StandardCharsets.UTF_8),
                "Accept",
                "text/csv");

        assertThat(answer.headers().firstValue("Federation-Status").orElse("")).contains("missing=\"faulty\"");
    }

    @Test
    void hubThatGaveUp_isTakenAsPartial() {
        hub.behave(FaultyServer.body(
                JSON,
                rows("http://faulty.example/a"),
                "X-SQL-State: S1TAT",
                "X-SQL-Message: RC...: Returning incomplete results"));

        assertThat(report()).contains("\"state\":\"cut\"", "\"rows\":1", "S1TAT");
    }

    @Test
    void hubThatGaveUp_makesTheAnswerPartial() {
        hub.behave(FaultyServer.body(JSON, rows("http://faulty.example/a"), "X-SQL-State: S1TAT"));

        assertThat(ask("").headers().firstValue("Federation-Status").orElse(""))
                .isEqualTo("partial; source=as-written; answered=1; missing=\"faulty\"");
    }

    @Test
    void hubThatGaveUp_strict_isNoAnswer() {
        hub.behave(FaultyServer.body(JSON, rows("http://faulty.example/a"), "X-SQL-State: S1TAT"));

        assertThat(ask("&on-failure=strict").statusCode()).isEqualTo(502);
    }

    @Test
    void hubThatFails_strict_isNoAnswer() {
        hub.behave(FaultyServer.status("500 Internal Server Error"));

        assertThat(ask("&on-failure=strict").body()).contains("hub-missing", "\"hub\" : \"faulty\"");
    }

    /** The copy is here, but has more rows than are taken of one hub. */
    @Test
    void hubThatRefuses_andWhoseCopyIsTooLarge_isStillMissing() {
        copyActors(4);
        hub.goAway();

        assertThat(ask("&on-failure=stale")
                        .headers()
                        .firstValue("Federation-Status")
                        .orElse(""))
                .isEqualTo("partial; source=as-written; answered=1; missing=\"faulty\"");
    }

    @Test
    void hubThatRefuses_stale_isAnsweredFromItsCopy() {
        copyActors(2);
        hub.goAway();

        assertThat(ask("&on-failure=stale")
                        .headers()
                        .firstValue("Federation-Status")
                        .orElse(""))
                .isEqualTo("stale; source=as-written; answered=1; copies=\"faulty\"");
    }

    private static void copyActors(int count) {
        Iris iris = new Iris(hubs.base("here"));
        here.store().commit("test", "", writer -> {
            Node copy = new Copies(iris).copy("faulty");
            writer.replace(
                    copy,
                    List.of(Triple.create(
                            copy, PROV.generatedAtTime, NodeFactory.createLiteralString("2026-11-24T08:00:00Z"))));
            for (int i = 0; i < count; i++) {
                Node actor = NodeFactory.createURI("http://faulty.example/" + i);
                writer.replace(
                        iris.document("hub/faulty/actor", "a" + i),
                        List.of(Triple.create(actor, RDF.type.asNode(), ATLAS.Actor)));
            }
        });
    }

    @Test
    void hubThatComesBack_isAskedAgain() {
        hub.goAway();
        report();
        report();
        hub.comeBack();
        hub.behave(FaultyServer.body(JSON, rows("http://faulty.example/a")));

        assertThat(report()).contains("\"state\":\"answered\"");
    }

    @Test
    void healthyHub_answersOthersWhileOneIsWaitedFor() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        hub.behave((request, out) -> {
            asked.countDown();
            Thread.sleep(Long.MAX_VALUE);
        });
        Thread slow = Thread.startVirtualThread(() -> ask(""));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(here.get("/").statusCode()).isEqualTo(200);
        assertThat(here.get("/sparql?query=ASK%7B%7D").statusCode()).isEqualTo(200);
        slow.join();
    }

    @Test
    void requestSentBehindAnother_isAnsweredToo() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        hub.behave((request, out) -> {
            asked.countDown();
            Thread.sleep(Long.MAX_VALUE);
        });
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), here.port())) {
            client.setSoTimeout(10_000);
            String query = URLEncoder.encode(QUERY, StandardCharsets.UTF_8);
            send(client, "GET /federation/sparql?query=" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            send(client, "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .split("HTTP/1.1 200 OK"))
                    .hasSize(3);
        }
    }

    private static void send(Socket client, String request) throws IOException {
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Test
    void pageOfAPartialAnswer_callsNothingComplete() {
        hub.goAway();
        String page = here.get(
                        "/federation/sparql?query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8),
                        "Accept",
                        "text/html")
                .body();

        assertThat(page).contains("Partial: something may be missing").doesNotContain("Complete:");
    }

    @Test
    void unknownOnFailure_isNamed() {
        assertThat(ask("&on-failure=maybe").body()).contains("unknown-on-failure", "partial, strict and stale");
    }
}
