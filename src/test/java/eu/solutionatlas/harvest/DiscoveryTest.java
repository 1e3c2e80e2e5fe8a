package eu.solutionatlas.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundSettings;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.FaultyServer.Behaviour;
import java.net.URI;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final Outbound OUTBOUND = new Outbound(new OutboundSettings(true), "test");
    private static final Discovery DISCOVERY = new Discovery(OUTBOUND, HarvestSettings.from(Settings.DEFAULTS));

    private static final String PREFIXES = """
            @prefix atlas: <https://w3id.org/solution-atlas/ns#> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix nuts: <http://data.europa.eu/nuts/code/> .
            @prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
            @prefix void: <http://rdfs.org/ns/void#> .
            """;

    @AfterAll
    static void close() {
        OUTBOUND.close();
    }

    private static Discovered at(URI address) {
        return DISCOVERY.at(address, new Cancel());
    }

    private static Discovered.Hub hubAt(URI address) {
        Discovered found = at(address);
        assertThat(found).isInstanceOf(Discovered.Hub.class);
        return (Discovered.Hub) found;
    }

    /** Answers one path with Turtle, and 404 elsewhere. */
    private static Behaviour only(String path, String turtle) {
        Behaviour there = FaultyServer.body("text/turtle", PREFIXES + turtle);
        Behaviour elsewhere = FaultyServer.status("404 Not Found", "Content-Length: 0");
        return (request, out) -> (request.startsWith("GET " + path + " ") ? there : elsewhere).answer(request, out);
    }

    @Test
    void atlas_isKnownByItsVoid() {
        String turtle = """
                <http://x.example/.well-known/void#dataset> a void:Dataset ;
                    dct:title "Liberecký katalog"@cs ;
                    dct:spatial nuts:CZ051 ;
                    void:uriSpace "https://atlas.liberec.example/" ;
                    void:sparqlEndpoint <https://atlas.liberec.example/sparql/own> ;
                    void:dataDump <https://atlas.liberec.example/dump/catalogue.ttl.gz> ,
                        <https://atlas.liberec.example/dump/catalogue.nq.gz> ;
                    atlas:changesFeed <https://atlas.liberec.example/dump/changes> .
                """;
        try (FaultyServer server = FaultyServer.start(only("/.well-known/void", turtle))) {
            Discovered.Hub hub = hubAt(server.uri("/"));
            assertThat(hub.kind()).isEqualTo("another Atlas");
            assertThat(hub.missing()).isEmpty();
            assertThat(hub.partner().spaces()).containsExactly("https://atlas.liberec.example/");
            assertThat(hub.partner().dump()).contains("https://atlas.liberec.example/dump/catalogue.nq.gz");
            assertThat(hub.partner().changes()).contains("https://atlas.liberec.example/dump/changes");
            assertThat(hub.partner().endpoint()).contains("https://atlas.liberec.example/sparql/own");
        }
    }

    @Test
    void dcatCatalogue_isReadForItsDownloads() {
        String turtle = """
                <http://feed.example/catalogue> a dcat:Catalog ;
                    dct:title "Digitale Lösungen"@de ;
                    dcat:dataset [ a dcat:Dataset ; dcat:distribution
                        [ dcat:downloadURL <http://feed.example/all.csv> ] ,
                        [ dcat:downloadURL <http://feed.example/all.ttl> ] ] .
                """;
        try (FaultyServer server = FaultyServer.start(only("/catalogue", turtle))) {
            Discovered.Hub hub = hubAt(server.uri("/catalogue"));
            assertThat(hub.partner().dump()).contains("http://feed.example/all.ttl");
            assertThat(hub.missing()).anySatisfy(missing -> assertThat(missing).contains("void:uriSpace"));
        }
    }

    @Test
    void serviceDescription_leadsToItsEndpoint() {
        String turtle = "[] a sd:Service ; sd:endpoint <http://service.example/sparql> .";
        try (FaultyServer server = FaultyServer.start(only("/about", turtle))) {
            assertThat(hubAt(server.uri("/about")).partner().endpoint()).contains("http://service.example/sparql");
        }
    }

    @Test
    void plainFuseki_isAnEndpointWhoseSpaceIsOnlyGuessed() {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        data.executeWrite(
                () -> RDFParser.fromString(Turtle.solutions(3), Lang.TURTLE).parse(data));
        FusekiServer fuseki =
                FusekiServer.create().loopback(true).port(0).add("/ds", data).start();
        try {
            URI address = URI.create("http://127.0.0.1:" + fuseki.getPort() + "/ds");
            Discovered.Hub hub = hubAt(address);
            assertThat(hub.kind()).isEqualTo("a SPARQL endpoint with entries");
            assertThat(hub.partner().endpoint()).contains(address.toString());
            assertThat(hub.partner().spaces()).isEmpty();
            assertThat(hub.suggestedSpaces()).containsExactly("http://theirs.example/id/solution/");
            assertThat(hub.missing()).anySatisfy(missing -> assertThat(missing).contains("void:uriSpace"));
        } finally {
            fuseki.stop();
        }
    }

    @Test
    void fileOfEntries_isItsOwnDump() {
        try (FaultyServer server = FaultyServer.start((request, out) -> {
            boolean get = request.startsWith("GET /entries.ttl ");
            (get
                            ? FaultyServer.body("text/plain", Turtle.solutions(3))
                            : FaultyServer.status("405 Method Not Allowed", "Content-Length: 0"))
                    .answer(request, out);
        })) {
            Discovered.Hub hub = hubAt(server.uri("/entries.ttl"));
            assertThat(hub.kind()).isEqualTo("a file with 3 entries");
            assertThat(hub.partner().dump()).contains(server.uri("/entries.ttl").toString());
        }
    }

    @Test
    void ordinaryWebSite_isNothing_andEachTryIsSaid() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.body("text/html", "<html>Welcome</html>"))) {
            Discovered found = at(server.uri("/welcome"));
            assertThat(found).isInstanceOf(Discovered.Nothing.class);
            assertThat(((Discovered.Nothing) found).tried())
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line).contains("text/html"));
        }
    }

    @Test
    void redirect_isSaidAndNotFollowed() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.redirect("https://elsewhere.example/"))) {
            assertThat(((Discovered.Nothing) at(server.uri("/"))).tried())
                    .allSatisfy(line -> assertThat(line).contains("https://elsewhere.example/"));
        }
    }

    @Test
    void addressesThatAreNone_areLeftOut() {
        String turtle = """
                <http://x.example/> a void:Dataset ;
                    void:dataDump <file:///etc/passwd.nq> ;
                    void:sparqlEndpoint <urn:x:y> .
                """;
        try (FaultyServer server = FaultyServer.start(only("/.well-known/void", turtle))) {
            assertThat(at(server.uri("/"))).isInstanceOf(Discovered.Nothing.class);
        }
    }
}
