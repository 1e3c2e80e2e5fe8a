package eu.solutionatlas.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.load.Finding;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.FaultyServer.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps that are made to do harm. */
@Timeout(120)
class HostileDumpTest {
    private static final String N_QUADS = "application/n-quads";
    private static final int DEEP = 200_000;

    @TempDir
    Path directory;

    private HarvestBench bench;
    private FaultyServer server;
    private Partner partner;

    @BeforeEach
    void start() {
        bench = new HarvestBench(directory);
        server = FaultyServer.start(FaultyServer.body("text/turtle", Turtle.solutions(4)));
        partner = HarvestBench.withDump(server.uri("/catalogue").toString());
    }

    @AfterEach
    void stop() {
        server.close();
        bench.close();
    }

    private HarvestState harvest(String mediaType, String text) {
        server.behave(FaultyServer.body(mediaType, text));
        return bench.harvest(partner);
    }

    /** As an Atlas serves it: its quads are taken as they stand. */
    private HarvestState harvestQuads(String... documents) {
        partner = HarvestBench.partner(
                Optional.empty(),
                Optional.of(server.uri("/catalogue.nq").toString()),
                Optional.of(server.uri("/changes").toString()));
        return harvest(N_QUADS, String.join("", documents));
    }

    /** A sound solution as quads of a graph. */
    private static String document(String graph, String slug) {
        return statements(slug)
                .lines()
                .map(line -> line.replaceFirst(" \\.$", Matcher.quoteReplacement(" " + graph + " .")))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static String statements(String slug) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(Turtle.file(Turtle.solution(slug, "Solution " + slug)), Lang.TURTLE)
                .parse(graph);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, graph, Lang.NTRIPLES);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<RecordFinding> errors() {
        return bench.report().findings().stream()
                .filter(finding -> finding.level() == Finding.Level.ERROR)
                .toList();
    }

    private static String solutionWith(String more) {
        return Turtle.solution("bad", "Bad").replace("dcat:theme", more + " ;\n    dcat:theme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://own.example/solution/x>",
                "<http://own.example/federation>",
                "<http://own.example/hub/another/solution/x>",
                "<urn:x-arq:UnionGraph>",
                "<https://w3id.org/solution-atlas/ns>",
                "_:b"
            })
    void graphOfAnothersName_isOnlyAName(String graph) {
        harvestQuads(document("<http://theirs.example/solution/a>", "a"), document(graph, "b"));
        assertThat(bench.copied()).containsExactly("solution/a", "solution/b");
        assertThat(bench.store.<Boolean>read(
                        snapshot -> snapshot.contains(HarvestBench.iri("http://own.example/solution/x"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<urn:x-arq:DefaultGraphNode>", "<urn:x-arq:DefaultGraph>"})
    void statementsInNoGraph_areHeld(String graph) {
        HarvestState state = harvestQuads(document(graph, "a"));
        assertThat(state.result()).contains(Result.HELD);
        assertThat(bench.copied()).isEmpty();
    }

    @Test
    void tombstonesOfOthers_takeNothingAway() {
        harvestQuads(document("<http://theirs.example/solution/a>", "a"));
        String tombstone = "<http://own.example/hub/theirs/solution/a>"
                + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
                + " <https://www.w3.org/ns/activitystreams#Tombstone>"
                + " <http://own.example/hub/theirs/solution/a> .\n";
        harvestQuads(document("<http://theirs.example/solution/a>", "a"), tombstone);
        assertThat(bench.copied()).containsExactly("solution/a");
    }

    @Test
    void oneLiteralOfMegabytes_isHeldAndLeavesTheCopy() {
        harvest("text/turtle", Turtle.solutions(4));
        HarvestState state = harvest(
                "text/turtle", Turtle.file(solutionWith("dct:abstract \"\"\"" + "x ".repeat(5 << 20) + "\"\"\"@en")));
        assertThat(state.result()).contains(Result.HELD);
        assertThat(state.reason().orElseThrow()).contains("a single value");
        assertThat(bench.copied()).hasSize(4);
    }

    @Test
    void oneLiteralOfManyCharacters_keepsItsEntryOutAlone() {
        harvest("text/turtle", Turtle.solutions(2) + solutionWith("dct:abstract \"" + "x".repeat(100_001) + "\"@en"));
        assertThat(bench.copied()).containsExactly("solution/s1", "solution/s2");
        assertThat(errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("100000 characters"));
    }

    @Test
    void oneIriOfManyCharacters_keepsItsEntryOutAlone() {
        harvest(
                "text/turtle",
                Turtle.solutions(2) + solutionWith("foaf:homepage <https://x.example/" + "x".repeat(2_000) + ">"));
        assertThat(bench.copied()).containsExactly("solution/s1", "solution/s2");
        assertThat(errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("IRI"));
    }

    @Test
    void nameOfManyCharacters_isCutInTheReport() {
        harvest(
                "text/turtle",
                Turtle.solutions(2)
                        + "<http://theirs.example/id/solution/" + "x".repeat(50_000) + "> a atlas:Solution .\n"
                        + "<http://theirs.example/id/solution/s1> dct:relation \"more\" .\n");
        assertThat(bench.report().findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(
                                finding.iri().length() + finding.message().length())
                        .isLessThan(2_100));
    }

    @Test
    void entryOfTooManyStatements_keepsItsEntryOutAlone() {
        StringBuilder more = new StringBuilder(document("<http://theirs.example/solution/a>", "a"));
        for (int i = 0; i < 20_000; i++) {
            more.append("<http://theirs.example/id/solution/a> <http://purl.org/dc/terms/relation> \"")
                    .append(i)
                    .append("\" <http://theirs.example/solution/a> .\n");
        }
        harvestQuads(more.toString(), document("<http://theirs.example/solution/b>", "b"));
        assertThat(bench.copied()).containsExactly("solution/b");
        assertThat(errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("more than 5000 statements"));
    }

    @Test
    void entriesThatShareMuch_areHeld() {
        StringBuilder text = new StringBuilder(Turtle.file());
        for (int i = 0; i < 4_900; i++) {
            text.append("_:shared dct:relation \"").append(i).append("\" .\n");
        }
        for (int i = 0; i < 1_000; i++) {
            text.append("sol:s").append(i).append(" a atlas:Solution ; dct:relation _:shared .\n");
        }
        HarvestState state = harvest("text/turtle", text.toString());
        assertThat(state.result()).contains(Result.HELD);
        assertThat(state.reason().orElseThrow()).contains("share so much");
    }

    private static String deep(String type) {
        return switch (type) {
            case "text/turtle" -> Turtle.file("sol:s1 dct:relation " + "( ".repeat(DEEP) + ")".repeat(DEEP) + " .");
            case "application/trig" ->
                Turtle.file("sol:s1 dct:relation " + "[ dct:relation ".repeat(DEEP) + "1" + "]".repeat(DEEP) + " .");
            case "application/ld+json" -> "{\"http://x.example/p\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
            default ->
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"http://x.example/\">"
                        + "<rdf:Description><x:p>".repeat(DEEP) + "</x:p></rdf:Description>".repeat(DEEP)
                        + "</rdf:RDF>";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/trig", "application/ld+json", "application/rdf+xml"})
    void deepNesting_isHeldAndLeavesTheCopy(String type) {
        harvest("text/turtle", Turtle.solutions(4));
        HarvestState state = harvest(type, deep(type));
        assertThat(state.result()).contains(Result.HELD);
        assertThat(bench.copied()).hasSize(4);
    }

    @Test
    void largeJson_isHeldAndSaysWhatToOffer() {
        HarvestState state = harvest("application/ld+json", "[" + " ".repeat(9 << 20) + "]");
        assertThat(state.reason().orElseThrow()).contains("8 MiB", "N-Quads");
    }

    @ParameterizedTest
    @CsvSource({"file, true", "http, false", "http, true"})
    void externalEntity_isNeitherReadNorFetched(String scheme, boolean parameter) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "a secret of this machine");
        try (FaultyServer other = FaultyServer.start(FaultyServer.body("text/plain", "from elsewhere"))) {
            String address = scheme.equals("file")
                    ? secret.toUri().toString()
                    : other.uri("/entity").toString();
            String declaration = parameter
                    ? "<!ENTITY % more SYSTEM \"" + address + "\"> %more; <!ENTITY x SYSTEM \"" + address + "\">"
                    : "<!ENTITY x SYSTEM \"" + address + "\">";
            harvest("application/rdf+xml", rdfXml(declaration, "&x;"));
            assertThat(other.requests()).isEmpty();
            assertThat(bench.copied())
                    .allSatisfy(
                            path -> assertThat(bench.graph("hub/theirs/" + path).toString())
                                    .doesNotContain("a secret", "from elsewhere"));
        }
    }

    private static String rdfXml(String declarations, String title) {
        return """
                <?xml version="1.0"?>
                <!DOCTYPE rdf:RDF [ %s ]>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/"
                         xmlns:atlas="https://w3id.org/solution-atlas/ns#">
                <atlas:Solution rdf:about="http://theirs.example/id/solution/x"><dct:title xml:lang="en">%s</dct:title></atlas:Solution>
                </rdf:RDF>
                """.formatted(declarations, title);
    }

    @Test
    void entitiesThatGrow_areHeld() {
        StringBuilder laughs = new StringBuilder("<!ENTITY l0 \"lol lol lol lol lol\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertThat(harvest("application/rdf+xml", rdfXml(laughs.toString(), "&l29;"))
                        .result())
                .contains(Result.HELD);
    }

    @Test
    void gzipInGzip_isNoRdf() throws IOException {
        byte[] inner = gzip(gzip("# nothing\n".repeat(1000).getBytes(StandardCharsets.UTF_8)));
        server.behave(bytes(inner));
        assertThat(bench.harvest(partner).result()).contains(Result.HELD);
    }

    @Test
    void gzipOfZeros_isHeldBeforeItIsWhole() throws IOException {
        server.behave(bytes(gzip(new byte[100 << 20])));
        HarvestState state = bench.harvest(partner);
        assertThat(state.result()).contains(Result.HELD);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static Behaviour bytes(byte[] body) {
        return (request, out) -> {
            FaultyServer.head(out, "200 OK", "Content-Type: text/turtle", "Content-Length: " + body.length);
            out.write(body);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0020", "\\u003E", "\\u007F", "\\u202E", "\u0001", "\""})
    void iriWithWhatNoIriHas_keepsItsEntryOutAlone(String odd) {
        harvestQuads(
                document("<http://theirs.example/solution/a" + odd + ">", "a"),
                document("<http://theirs.example/solution/b>", "b"));
        assertThat(bench.copied()).containsExactly("solution/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "<", "\n"})
    void iriThatCannotBeRead_isHeld(String odd) {
        HarvestState state = harvestQuads(document("<http://theirs.example/solution/a" + odd + ">", "a"));
        assertThat(state.result()).contains(Result.HELD);
        assertThat(bench.copied()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x"})
    void addressThatRunsSomething_keepsItsEntryOutAlone(String address) {
        harvest("text/turtle", Turtle.solutions(2) + solutionWith("foaf:homepage <" + address + ">"));
        assertThat(bench.copied()).containsExactly("solution/s1", "solution/s2");
    }

    private Behaviour changes(String version, String dump, String changes) {
        return (request, out) -> {
            String body = request.contains("/changes") ? changes : dump;
            FaultyServer.body(
                            N_QUADS,
                            body,
                            "Atlas-Data-Version: " + (request.contains("/changes") ? version : "5"),
                            "Last-Modified: Wed, 25 Nov 2026 08:00:00 GMT")
                    .answer(request, out);
        };
    }

    private HarvestState harvestChanges(String version, String changes) {
        StringBuilder dump = new StringBuilder();
        for (String slug : List.of("a", "b", "c", "d", "e")) {
            dump.append(document("<http://theirs.example/solution/" + slug + ">", slug));
        }
        partner = HarvestBench.partner(
                Optional.empty(),
                Optional.of(server.uri("/catalogue.nq").toString()),
                Optional.of(server.uri("/changes").toString()));
        server.behave(changes(version, dump.toString(), changes));
        assertThat(bench.harvest(partner).result()).contains(Result.TAKEN);
        return bench.harvest(partner);
    }

    private static String tombstone(String slug) {
        String document = "<http://theirs.example/solution/" + slug + ">";
        return document + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
                + " <https://www.w3.org/ns/activitystreams#Tombstone> " + document + " .\n";
    }

    @Test
    void changesThatRemoveEverything_areHeld() {
        HarvestState state =
                harvestChanges("6", tombstone("a") + tombstone("b") + tombstone("c") + tombstone("d") + tombstone("e"));
        assertThat(state.result()).contains(Result.HELD);
        assertThat(bench.copied()).hasSize(5);
    }

    @Test
    void changesThatGoBack_areNotBelieved() {
        HarvestState state = harvestChanges("3", tombstone("a"));
        assertThat(state.version()).contains(new DataVersion(5, Instant.parse("2026-11-25T08:00:00Z")));
        assertThat(bench.copied()).hasSize(5);
    }

    @Test
    void changesOfNoVersion_areNotBelieved() {
        harvestChanges("99999999999999999999", tombstone("a"));
        assertThat(bench.copied()).hasSize(5);
    }

    @Test
    void hubThatWasHostileOnce_isTakenWhenItIsWellAgain() {
        harvest("application/ld+json", deep("application/ld+json"));
        assertThat(harvest("text/turtle", Turtle.solutions(4)).result()).contains(Result.TAKEN);
        assertThat(bench.copied()).hasSize(4);
    }
}
