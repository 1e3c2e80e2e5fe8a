package eu.solutionatlas.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestHubs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code solution-atlas hub …}, beside a hub that runs in a process of its own and without one. */
@Timeout(180)
class HubCommandIT {
    private static final String ENTRIES = """
            @prefix atlas: <https://w3id.org/solution-atlas/ns#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix kind: <https://w3id.org/solution-atlas/actor-kind/> .
            <https://liberec.example/id/a1> a atlas:Actor ; foaf:name "Liberec"@cs ; atlas:actorKind kind:municipality ;
                dct:spatial <http://data.europa.eu/nuts/code/CZ051> .
            """;

    @TempDir
    private Path directory;

    private final int port = TestHubs.freePort();
    private final List<Process> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private FaultyServer partner;

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void startPartner() throws IOException {
        partner = FaultyServer.start(FaultyServer.body("text/turtle", ENTRIES));
        Files.createDirectories(directory.resolve("seed"));
        Files.copy(Path.of("data", "hub.ttl"), directory.resolve("seed").resolve("hub.ttl"));
    }

    @AfterEach
    void end() throws InterruptedException {
        partner.close();
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        http.close();
    }

    private String base() {
        return "http://127.0.0.1:" + port + "/";
    }

    private Map<String, String> environment() {
        return Map.of(
                "ATLAS_DATA_DIRECTORY", directory.resolve("var").toString(),
                "ATLAS_SEED_DIRECTORY", directory.resolve("seed").toString(),
                "ATLAS_PORT", Integer.toString(port),
                "ATLAS_BASE_IRI", base(),
                "ATLAS_HARVEST_EVERY", "0s",
                "ATLAS_FEDERATION_PRIVATE_ADDRESSES", "true");
    }

    private Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine(environment(), directory);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private Outcome add(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("hub", "add", partner.uri("/all.ttl").toString(), "--id", "liberec"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Outcome addWhole(String... more) {
        List<String> options = new ArrayList<>(
                List.of("--space", "https://liberec.example/", "--region", "CZ051", "--name", "Liberec@cs"));
        options.addAll(List.of(more));
        return add(options.toArray(String[]::new));
    }

    /** Starts a hub in a process of its own, and waits until it is ready. */
    private Process serve() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().putAll(environment());
        Process process = builder.start();
        started.add(process);
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!(Files.exists(socket()) && isReady())) {
            assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(Instant.now()).isBefore(end);
        }
        return process;
    }

    /** Orders are taken while pages and announcements still wait for the search to be built. */
    private boolean isReady() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base() + "health/ready")).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException e) {
            return false; // not listening yet
        }
    }

    private Path socket() {
        return directory.resolve("var").resolve("control.sock");
    }

    private void makeCatalogue() {
        assertThat(run("load", directory.resolve("seed").toString()).code()).isZero();
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base()).resolve(path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void hub_withoutAServer_isAddedHarvestedAndRemoved() {
        makeCatalogue();
        assertThat(addWhole()).satisfies(outcome -> {
            assertThat(outcome.code()).isZero();
            assertThat(outcome.out()).contains("a file with 1 entries", "Registered.");
        });
        assertThat(run("hub", "harvest", "liberec").out()).contains("TAKEN", "1 sound entries came, 1 of them new");
        assertThat(run("hub", "list").out()).contains("liberec (active)", "entries:    1", "TAKEN");
        assertThat(run("hub", "remove", "liberec", "--yes").code()).isZero();
        assertThat(run("hub", "list").out()).contains("no partner hubs");
    }

    @Test
    void hub_besideAServer_isAddedHarvestedAndShown() throws IOException, InterruptedException {
        serve();
        assertThat(addWhole().code()).isZero();
        Outcome harvest = run("hub", "harvest", "liberec");
        assertThat(harvest.out()).contains("TAKEN", "1 sound entries came", base() + "federation/report/liberec");
        assertThat(get("federation")).contains("Liberec");
    }

    @Test
    void states_followTheOrders() {
        makeCatalogue();
        addWhole("--paused");
        assertThat(run("hub", "list").out()).contains("liberec (paused)");
        assertThat(run("hub", "harvest", "liberec")).satisfies(outcome -> {
            assertThat(outcome.code()).isEqualTo(ExitCodes.CANNOT);
            assertThat(outcome.err()).contains("hub resume liberec");
        });
        assertThat(run("hub", "resume", "liberec").out()).contains("liberec (active)");
        assertThat(run("hub", "pause", "liberec").out()).contains("liberec (paused)");
    }

    @Test
    void addition_withoutWhatIsNeeded_namesTheOptions() {
        makeCatalogue();
        Outcome outcome = add();
        assertThat(outcome.code()).isEqualTo(ExitCodes.INVALID);
        assertThat(outcome.err()).contains("--space https://liberec.example/id/", "--name TEXT@LANG", "--region NUTS");
    }

    @Test
    void addition_ofAKnownHub_bringsItUpToDate() {
        makeCatalogue();
        addWhole("--contact-role", "data steward");
        Outcome again = run(
                "hub",
                "add",
                partner.uri("/all.ttl").toString(),
                "--space",
                "https://liberec.example/",
                "--name",
                "Atlas Liberec@en");
        assertThat(again.out()).contains("liberec (active)", "Atlas Liberec@en", "data steward", "It was known");
    }

    @Test
    void addition_withValuesThatAreNone_saysSo() {
        makeCatalogue();
        Outcome outcome = addWhole("--space", "https://liberec.example", "--region", "cz", "--name", "Liberec");
        assertThat(outcome.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(outcome.err()).contains("--space https://liberec.example:", "--region cz:", "--name Liberec:");
    }

    @Test
    void addition_ofNothing_saysWhatWasTried() {
        makeCatalogue();
        partner.behave(FaultyServer.status("404 Not Found", "Content-Length: 0"));
        Outcome outcome = add();
        assertThat(outcome.code()).isEqualTo(ExitCodes.CANNOT);
        assertThat(outcome.err()).contains("No hub was found there", "404", "--endpoint URL");
    }

    @Test
    void emptyHarvest_isHeldUntilItIsAccepted() {
        makeCatalogue();
        addWhole();
        run("hub", "harvest", "liberec");
        partner.behave(FaultyServer.body("text/turtle", "# nothing any more\n"));
        Outcome held = run("hub", "harvest", "liberec");
        assertThat(held.code()).isEqualTo(ExitCodes.INVALID);
        assertThat(held.err()).contains("HELD", "--accept-held");
        assertThat(run("hub", "harvest", "liberec", "--accept-held").out()).contains("TAKEN", "1 withdrawn");
    }

    @Test
    void removal_withoutYes_isNotDone() {
        assertThat(run("hub", "remove", "liberec").code()).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void hub_thatIsUnknown_isSaidToBe() {
        makeCatalogue();
        assertThat(run("hub", "accept", "nobody").err()).contains("There is no hub nobody");
    }

    @Test
    void garbageOnTheSocket_disturbsNobody() throws IOException, InterruptedException {
        serve();
        for (int i = 0; i < 50; i++) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(socket()));
                channel.write(ByteBuffer.wrap(("garbage\u0000" + "{".repeat(i)).getBytes(StandardCharsets.UTF_8)));
            }
        }
        assertThat(run("hub", "list").code()).isZero();
        assertThat(get("health/ready")).contains("\"status\":\"ok\"");
    }

    @Test
    void orders_afterAServerWasKilled_areObeyed() throws IOException, InterruptedException {
        serve().destroyForcibly().waitFor();
        assertThat(socket()).exists();
        assertThat(run("hub", "list").out()).contains("no partner hubs");
        Files.delete(socket());
        serve();
        assertThat(run("hub", "list").out()).contains("no partner hubs");
    }

    @Test
    void server_thatIsStopped_leavesNoSocket() throws IOException, InterruptedException {
        Process hub = serve();
        hub.destroy();
        assertThat(hub.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(socket()).doesNotExist();
    }

    @Test
    void announcement_toAnotherHub_isAcceptedThere() throws IOException, InterruptedException {
        serve();
        try (TestHubs hubs = new TestHubs()) {
            TestAtlas other = hubs.add("other", new HashMap<>());
            Outcome outcome = run("hub", "announce-to", hubs.base("other"));
            assertThat(outcome.code()).isZero();
            assertThat(outcome.out()).contains("It is noted as");
            assertThat(other.get("/health/ready").body()).contains("a hub wants to join");
        }
    }

    /** Announces a hub as a stranger would, and follows the announcement until something has come of it. */
    private String announce(String url) throws IOException, InterruptedException {
        HttpResponse<String> taken = http.send(
                HttpRequest.newBuilder(URI.create(base() + "federation/announce"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("url=" + url))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        String place = taken.headers().firstValue("Location").orElseThrow().substring(base().length());
        String outcome = get(place);
        while (outcome.contains("\"waiting\"")) {
            outcome = get(place);
        }
        return outcome;
    }

    @Test
    void announcedHub_isAcceptedByTheOperator() throws IOException, InterruptedException {
        serve();
        try (TestHubs hubs = new TestHubs()) {
            hubs.add("other", Map.of(), directory.resolve("seed"));
            String outcome = announce(hubs.base("other"));
            assertThat(outcome).contains("\"state\" : \"noted\"");
            String listed = run("hub", "list").out();
            assertThat(listed).contains("(announced)");
            String id = listed.substring(0, listed.indexOf(' '));
            assertThat(run("hub", "accept", id).out()).contains(id + " (active)", "Accepted");
            assertThat(run("hub", "list").out()).contains(id + " (active)");
        }
    }

    @Test
    void announcedHub_isAcceptedUnderAnotherName() throws IOException, InterruptedException {
        serve();
        try (TestHubs hubs = new TestHubs()) {
            hubs.add("other", Map.of(), directory.resolve("seed"));
            announce(hubs.base("other"));
            String listed = run("hub", "list").out();
            String id = listed.substring(0, listed.indexOf(' '));
            assertThat(run("hub", "accept", id, "--as", "No name").err()).contains("No name: a short name has");
            assertThat(run("hub", "accept", id, "--as", "liberec-2").out()).contains("liberec-2 (active)");
            assertThat(run("hub", "list").out()).contains("liberec-2 (active)").doesNotContain(id + " (");
            assertThat(run("hub", "accept", "liberec-2", "--as", "other").err()).contains("stays");
        }
    }
}
