package eu.solutionatlas.joining;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.partner.WaitingHubs;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestHubs;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub that wants to take part, seen from outside. */
@Timeout(120)
class AnnouncementTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestHubs hubs = new TestHubs();

    @AfterEach
    void close() {
        hubs.close();
    }

    /** Who wants to take part; nobody changes it. */
    private static final TestHubs GUESTS = new TestHubs();

    @BeforeAll
    static void startGuest() {
        GUESTS.add("guest", Map.of(), Path.of("data"));
    }

    @AfterAll
    static void stopGuest() {
        GUESTS.close();
    }

    private TestAtlas host() {
        return hubs.add("host", Map.of("atlas.harvest.every", "0s"));
    }

    private static HttpResponse<String> announce(TestAtlas at, String url) {
        return at.post(
                "/federation/announce", "url=" + URLEncoder.encode(url, StandardCharsets.UTF_8), "Content-Type", FORM);
    }

    /** Announces, and waits for what comes of it. */
    private static String outcome(TestAtlas at, String url) {
        String place = announce(at, url).headers().firstValue("Location").orElseThrow();
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        String told = at.get(URI.create(place).getPath()).body();
        while (told.contains("\"waiting\"") && Instant.now().isBefore(end)) {
            told = at.get(URI.create(place).getPath()).body();
        }
        return told;
    }

    private List<Partner> register() {
        TestAtlas host = hubs.hub("host");
        Iris iris = new Iris(hubs.base("host"));
        return new Partners(host.store(), iris, WaitingHubs.in(host.directory(), iris))
                .now()
                .all();
    }

    private static FaultyServer hub(String space) {
        return FaultyServer.start(describing(space));
    }

    private static FaultyServer.Behaviour describing(String space) {
        return FaultyServer.body("text/turtle", """
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix void: <http://rdfs.org/ns/void#> .
                <#it> a void:Dataset ; dct:title "Liberec"@cs ; void:uriSpace "%s" ;
                    dct:spatial <http://data.europa.eu/nuts/code/CZ051> ; void:dataDump </dump.nt> .
                """.formatted(space));
    }

    @Test
    void announcement_isTakenAtOnceWithThePlaceOfItsOutcome() {
        TestAtlas host = host();
        HttpResponse<String> response = announce(host, "http://192.0.2.1/");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).startsWith(hubs.base("host") + "federation/announced/"));
    }

    @Test
    void announcement_asJson_isTaken() {
        HttpResponse<String> response = host().post(
                        "/federation/announce", "{\"url\": \"http://192.0.2.1/\"}", "Content-Type", "application/json");
        assertThat(response.statusCode()).isEqualTo(202);
    }

    @Test
    void atlas_thatAnnouncesItself_waitsForTheOperator() {
        TestAtlas host = host();
        assertThat(outcome(host, GUESTS.base("guest"))).contains("\"noted\"");
        assertThat(register()).singleElement().satisfies(partner -> {
            assertThat(partner.state()).isEqualTo(HubState.ANNOUNCED);
            assertThat(partner.spaces()).containsExactly(GUESTS.base("guest"));
        });
    }

    @Test
    void announcedHub_isAWarningOfReadiness() {
        TestAtlas host = host();
        outcome(host, GUESTS.base("guest"));
        HttpResponse<String> ready = host.get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("a hub wants to join");
    }

    @Test
    void announcedHub_isNotInTheData() {
        TestAtlas host = host();
        var before = host.store().version();
        assertThat(outcome(host, GUESTS.base("guest"))).contains("\"noted\"");
        assertThat(host.store().version()).isEqualTo(before);
        assertThat(host.get("/federation.ttl").body()).doesNotContain(GUESTS.base("guest"));
    }

    @Test
    void announcedHub_waitsAlsoAfterARestart() {
        TestAtlas host = host();
        outcome(host, GUESTS.base("guest"));
        Iris iris = new Iris(hubs.base("host"));
        Partners restarted = new Partners(host.store(), iris, WaitingHubs.in(host.directory(), iris));
        String id = restarted.now().all().getFirst().id();

        assertThat(restarted.accept(id, Optional.of("neighbour"), "test")).isInstanceOf(Partners.Outcome.Done.class);
        assertThat(register()).singleElement().satisfies(partner -> {
            assertThat(partner.id()).isEqualTo("neighbour");
            assertThat(partner.state()).isEqualTo(HubState.ACTIVE);
        });
    }

    @Test
    void announcedHub_thatIsRemoved_leavesTheDataAsTheyAre() {
        TestAtlas host = host();
        outcome(host, GUESTS.base("guest"));
        var before = host.store().version();
        Iris iris = new Iris(hubs.base("host"));
        Partners partners = new Partners(host.store(), iris, WaitingHubs.in(host.directory(), iris));

        assertThat(partners.remove(register().getFirst().id(), "test")).isTrue();
        assertThat(register()).isEmpty();
        assertThat(host.store().version()).isEqualTo(before);
    }

    @Test
    void fileOfThoseWhoWait_thatCannotBeRead_keepsNobodyFromAnnouncing() throws IOException {
        TestAtlas host = host();
        Files.writeString(host.directory().resolve("announced.ttl"), "<broken");

        assertThat(outcome(host, GUESTS.base("guest"))).contains("\"noted\"");
        assertThat(host.directory()).isDirectoryContaining("glob:**announced.ttl.damaged-*");
    }

    @Test
    void announcedHub_thatWasLetInByAFile_waitsNoLonger() {
        TestAtlas host = host();
        outcome(host, GUESTS.base("guest"));
        Partner loaded = TestHubs.atlas("loaded", GUESTS.base("guest"), "DED2");
        new Partners(host.store(), new Iris(hubs.base("host"))).put(loaded, "test");

        assertThat(register()).containsExactly(loaded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "paused"})
    void acceptedHub_thatAnnouncesItselfAgain_isNotChanged(String state) {
        TestAtlas host = host();
        Partner accepted = TestHubs.atlas("known", GUESTS.base("guest"), "DED2")
                .in(state.equals("active") ? HubState.ACTIVE : HubState.PAUSED);
        hubs.register("host", accepted);
        assertThat(outcome(host, GUESTS.base("guest"))).contains("\"known\"");
        assertThat(register()).containsExactly(accepted);
    }

    @Test
    void hub_thatSpeaksForAnothersEntries_isNotRegistered() {
        TestAtlas host = host();
        try (FaultyServer liar = hub("https://atlas.liberec.example/")) {
            assertThat(outcome(host, liar.uri("/").toString()))
                    .contains("\"unfinished\"", "https://atlas.liberec.example/", "only a person can tell");
            assertThat(register()).isEmpty();
        }
    }

    @Test
    void hub_thatSpeaksForAPartOfAnAcceptedOne_isRefused() {
        TestAtlas host = host();
        try (FaultyServer newcomer = hub("replaced")) {
            newcomer.behave(describing(newcomer.uri("/id/").toString()));
            hubs.register("host", TestHubs.atlas("known", newcomer.uri("/").toString(), "DED2"));
            assertThat(outcome(host, newcomer.uri("/").toString())).contains("\"refused\"", "overlaps");
            assertThat(register()).hasSize(1);
        }
    }

    @Test
    void loopback_withoutTheSetting_isNotRead() {
        TestAtlas host = hubs.add("host", Map.of("atlas.federation.private-addresses", "false"));
        try (FaultyServer inside = hub("http://127.0.0.1/")) {
            assertThat(outcome(host, inside.uri("/").toString())).contains("\"no-hub\"");
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void thisHubItself_isRefused() {
        TestAtlas host = host();
        assertThat(outcome(host, hubs.base("host"))).doesNotContain("\"noted\"", "\"waiting\"");
        assertThat(register()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "liberec", "ftp://x.example/", "https://u:p@x.example/", "https://x.example/#a", "http://"})
    void address_thatIsNone_isABadRequest(String url) {
        assertThat(announce(host(), url).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"url\": 1}", "\"x\"", "{\"url\": [\"https://x.example/\"]}"})
    void json_thatIsNone_isABadRequest(String body) {
        assertThat(host().post("/federation/announce", body, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void fourthAnnouncement_inAMinute_isTooMany() {
        TestAtlas host = host();
        for (int i = 0; i < 3; i++) {
            announce(host, "http://192.0.2.1/");
        }
        HttpResponse<String> response = announce(host, "http://192.0.2.1/");
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    /** Each of them from an address of its own, as a proxy tells. */
    private static HttpResponse<String> announceAs(TestAtlas at, String client, String url) {
        return at.post(
                "/federation/announce",
                "url=" + URLEncoder.encode(url, StandardCharsets.UTF_8),
                "Content-Type",
                FORM,
                "X-Forwarded-For",
                client);
    }

    @Test
    void announcement_whenTheQueueIsFull_isToldToComeBack() {
        TestAtlas host = hubs.add("host", Map.of("atlas.harvest.every", "0s", "atlas.sparql.trusted-proxies", "1"));
        try (FaultyServer silent = FaultyServer.start(FaultyServer.silence())) {
            for (int i = 0; i < 9; i++) { // one is looked at, eight wait
                assertThat(announceAs(host, "192.0.2." + i, silent.uri("/" + i).toString())
                                .statusCode())
                        .isEqualTo(202);
            }
            HttpResponse<String> response =
                    announceAs(host, "192.0.2.99", silent.uri("/more").toString());
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(response.body()).contains("announcements-waiting");
        }
    }

    @Test
    void announcement_thatWaitsAlready_needsNoOtherPlace() {
        TestAtlas host = hubs.add("host", Map.of("atlas.harvest.every", "0s", "atlas.sparql.trusted-proxies", "1"));
        try (FaultyServer silent = FaultyServer.start(FaultyServer.silence())) {
            for (int i = 0; i < 9; i++) {
                announceAs(host, "192.0.2." + i, silent.uri("/" + i).toString());
            }
            assertThat(announceAs(host, "192.0.2.99", silent.uri("/8").toString())
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    private void fillTheRegister() {
        for (int i = 0; i < Announcements.MOST_ANNOUNCED; i++) {
            hubs.register(
                    "host",
                    TestHubs.atlas("waiting-" + i, "http://waiting-" + i + ".example/", "DED2")
                            .in(HubState.ANNOUNCED));
        }
    }

    @Test
    void hub_whenFiftyWaitForTheOperator_isRefused() {
        TestAtlas host = host();
        fillTheRegister();
        assertThat(outcome(host, GUESTS.base("guest"))).contains("\"refused\"", "as many hubs as can be kept");
        assertThat(register()).hasSize(Announcements.MOST_ANNOUNCED);
    }

    @Test
    void hubThatWaitsItself_whenFiftyDo_mayAnnounceItselfAgain() {
        TestAtlas host = host();
        outcome(host, GUESTS.base("guest"));
        for (int i = 1; i < Announcements.MOST_ANNOUNCED; i++) {
            hubs.register(
                    "host",
                    TestHubs.atlas("waiting-" + i, "http://waiting-" + i + ".example/", "DED2")
                            .in(HubState.ANNOUNCED));
        }
        assertThat(outcome(host, GUESTS.base("guest"))).contains("\"noted\"");
        assertThat(register()).hasSize(Announcements.MOST_ANNOUNCED);
    }

    @Test
    void outcome_ofNoAnnouncement_isNotFound() {
        assertThat(host().get("/federation/announced/00").statusCode()).isEqualTo(404);
    }

    @Test
    void longStory_isCutToWhatTheRegisterTakes() {
        TestAtlas host = host();
        try (FaultyServer talker = FaultyServer.start(FaultyServer.body("text/turtle", ""))) {
            talker.behave(FaultyServer.body(
                    "text/turtle", """
                    @prefix dct: <http://purl.org/dc/terms/> .
                    @prefix void: <http://rdfs.org/ns/void#> .
                    <#it> a void:Dataset ; dct:title "%s" ; void:uriSpace "%s" , "h" ;
                        dct:spatial <http://data.europa.eu/nuts/code/CZ051> , <http://evil.example/> ;
                        void:dataDump </dump.nt> .
                    """.formatted("a\\u001B[31m" + "x".repeat(100_000), talker.uri("/"))));
            assertThat(outcome(host, talker.uri("/").toString())).contains("\"noted\"");
            assertThat(register()).singleElement().satisfies(partner -> {
                assertThat(partner.name().byLanguage().get("und")).hasSize(200).doesNotContain("\u001b");
                assertThat(partner.regions()).hasSize(1);
                assertThat(partner.spaces()).containsExactly(talker.uri("/").toString());
            });
        }
    }
}
