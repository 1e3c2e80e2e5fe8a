package eu.solutionatlas;

import eu.solutionatlas.load.LoadOutcome;
import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Progress;
import eu.solutionatlas.network.HubReport;
import eu.solutionatlas.network.HubStatus;
import eu.solutionatlas.network.HubStatuses;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.PartnerHub;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.WebServer;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of a hub with two partners, of which a test says how copying from them goes. */
final class NetworkHub implements AutoCloseable, HubStatuses {
    private final Store store;
    private final Pages pages;
    private final WebServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, HubStatus> statuses = new HashMap<>();
    private final Map<String, HubReport> reports = new HashMap<>();

    private NetworkHub(Store store, Path directory) {
        this.store = store;
        AtlasSettings settings =
                AtlasSettings.from(new Settings(Map.of("atlas.port", "0", "atlas.log.requests", "false")));
        Responder responder =
                new Responder(TestAtlas.IRIS, store::version, settings.web().cacheBytes());
        pages = new Pages(store, TestAtlas.IRIS, responder, directory, Optional.empty(), this);
        store.onChange(change -> pages.search().catchUp());
        pages.search().catchUp();
        server = WebServer.start(
                settings.web(), pages.problemPage(), List.of(), (JavalinConfig config) -> pages.addTo(config.routes));
    }

    /** The real catalogue, an Atlas in Liberec and a plain endpoint in Lower Silesia. */
    static NetworkHub start() throws Exception {
        Store store = TemporaryStore.create(Clock.systemUTC());
        Loader.publishVocabularies(store);
        if (new Loader(TestAtlas.IRIS, Shapes.published()).load(store, "test", List.of(Path.of("data")), Progress.NONE)
                instanceof LoadOutcome.Rejected rejected) {
            throw new IllegalStateException(rejected.report().findings().toString());
        }
        Path directory = Files.createTempDirectory("network");
        NetworkHub hub = new NetworkHub(store, directory);
        hub.fill();
        return hub;
    }

    private void fill() {
        PartnerHub.register(store, "liberec", "Liberec Atlas", "CZ051")
                .with("solution", "smart-parking", """
                        dct:title "Chytré parkování v Jablonci"@cs, "Smart parking in Jablonec"@en ;
                        dct:description "Sensors that show free spaces."@en ;
                        dcat:theme theme:smart-parking ; dct:spatial nuts:CZ051 ; atlas:status status:pilot ;
                        atlas:provider <id/actor/liberec>""")
                .with("actor", "liberec", """
                        foaf:name "STATUTÁRNÍ MĚSTO LIBEREC"@cs ; atlas:actorKind kind:municipality ;
                        dct:spatial nuts:CZ051""")
                .with("actor", "kraj", """
                        foaf:name "Liberecký kraj"@cs ; atlas:actorKind kind:municipality ;
                        foaf:homepage <http://kraj-lbc.cz/> ;
                        adms:identifier [ <http://www.w3.org/2004/02/skos/core#notation> "70891508" ] ; dct:spatial nuts:CZ051""")
                .harvest();
        PartnerHub.register(store, "dolny-slask", "Lower Silesia in data", "PL51")
                .withoutRecord("actor", "kraj-liberec", """
                        foaf:name "Kraj liberecki"@pl ; atlas:actorKind kind:municipality ;
                        adms:identifier "70891508" ; dct:spatial nuts:CZ05""")
                .harvest();
    }

    void set(String hub, HubStatus status) {
        statuses.put(hub, status);
    }

    void set(String hub, HubReport report) {
        reports.put(hub, report);
    }

    /** How things stand with a hub that answered well. */
    static HubStatus seen(String moment, int milliseconds, HubStatus.Outcome outcome) {
        Instant at = Instant.parse(moment);
        return new HubStatus(
                Optional.of(at),
                Optional.of(at),
                Optional.of(Duration.ofMillis(milliseconds)),
                Optional.of(outcome),
                Optional.empty(),
                0,
                Optional.of(at.plus(Duration.ofHours(6))),
                false);
    }

    /** A report with an error and a warning. */
    static HubReport reportWithFindings() {
        return new HubReport(
                Instant.parse("2026-11-24T03:10:00Z"),
                "https://liberec.example/dump/catalogue.nq.gz",
                true,
                Optional.of("17"),
                HubStatus.Outcome.TAKEN,
                Optional.empty(),
                new HubReport.Counts(3, 1, 1, 0, 1),
                List.of(
                        new HubReport.Finding(
                                "https://liberec.example/solution/broken",
                                HubReport.Level.ERROR,
                                "has no title: give it a dct:title in any language"),
                        new HubReport.Finding(
                                "https://liberec.example/solution/smart-parking",
                                HubReport.Level.WARNING,
                                "links to <https://liberec.example/id/actor/none>, which is not there")),
                2);
    }

    Store store() {
        return store;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** A page in English, which has to be there. */
    String page(String path) throws Exception {
        HttpResponse<String> answer = get(path, "Accept", "text/html", "Accept-Language", "en");
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public HubStatus status(String hub) {
        return statuses.getOrDefault(hub, HubStatus.NEVER_ASKED);
    }

    @Override
    public Optional<HubReport> report(String hub) {
        return Optional.ofNullable(reports.get(hub));
    }

    @Override
    public Optional<byte[]> json(String hub) {
        return report(hub).map(report -> "{\"hub\":\"%s\"}".formatted(hub).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
        http.close();
        pages.close();
        store.close();
    }
}
