package eu.solutionatlas.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.load.Finding;
import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.FaultyServer.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hubs that are nothing but a file on a web server, whole or not. */
class StaticFileTest {
    @TempDir
    private Path directory;

    private HarvestBench bench;
    private FaultyServer server;
    private Partner partner;

    @BeforeEach
    void start() {
        bench = new HarvestBench(directory);
        server = FaultyServer.start(turtle(Turtle.solutions(8)));
        partner = HarvestBench.withDump(server.uri("/catalogue.ttl").toString());
    }

    @AfterEach
    void stop() {
        server.close();
        bench.close();
    }

    private static Behaviour turtle(String text) {
        return FaultyServer.body("text/turtle", text);
    }

    private HarvestState harvest() {
        return bench.harvest(partner);
    }

    private List<RecordFinding> errors() {
        return bench.report().findings().stream()
                .filter(finding -> finding.level() == Finding.Level.ERROR)
                .toList();
    }

    @Test
    void harvest_ofTurtle_copiesItsEntries() {
        assertThat(harvest().result()).contains(Result.TAKEN);
        assertThat(errors()).isEmpty();
        assertThat(bench.copied()).hasSize(8).contains("solution/s1");
        assertThat(bench.report().counts()).isEqualTo(new Counts(8, 8, 0, 0, 0));
    }

    @Test
    void copy_saysWhereItIsFrom() {
        harvest();
        Graph copy = bench.graph("hub/theirs/solution/s1");
        Node document = HarvestBench.iri("http://own.example/hub/theirs/solution/s1");
        Node thing = HarvestBench.iri("http://theirs.example/id/solution/s1");
        assertThat(copy.contains(
                        document, DCTerms.publisher.asNode(), HarvestBench.iri("http://own.example/id/hub/theirs")))
                .isTrue();
        assertThat(copy.contains(
                        document,
                        HarvestBench.iri("http://www.w3.org/ns/prov#wasDerivedFrom"),
                        HarvestBench.iri("http://theirs.example/solution/s1")))
                .isTrue();
        assertThat(copy.contains(
                        HarvestBench.iri("http://theirs.example/solution/s1"), FOAF.primaryTopic.asNode(), thing))
                .isTrue();
    }

    @Test
    void harvest_ofTheSame_isNoChange() {
        harvest();
        long version = bench.store.version().number();
        harvest();
        assertThat(bench.store.version().number()).isEqualTo(version);
        assertThat(bench.report().counts()).isEqualTo(new Counts(8, 0, 0, 0, 0));
    }

    @Test
    void harvest_ofNotModified_touchesNothing() {
        server.behave(FaultyServer.body("text/turtle", Turtle.solutions(8), "ETag: \"one\""));
        harvest();
        server.behave(FaultyServer.status("304 Not Modified"));
        assertThat(harvest().result()).contains(Result.UNCHANGED);
        assertThat(bench.report().counts()).isEqualTo(new Counts(8, 8, 0, 0, 0));
        assertThat(server.requests().getLast()).contains("If-None-Match: \"one\"");
    }

    private static String withABrokenOne(int sound) {
        return Turtle.solutions(sound) + Turtle.solution("broken", "Broken").replace("dct:title \"Broken\"@en ;", "");
    }

    private List<String> notTaken() {
        return bench.graph("hub/theirs")
                .find(Node.ANY, ATLAS.entriesNotTaken, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();
    }

    @Test
    void copy_saysHowManyEntriesItCouldNotTake() {
        server.behave(turtle(withABrokenOne(8)));
        harvest();
        assertThat(notTaken()).containsExactly("1");
    }

    @Test
    void copyOfAllEntries_lacksNone() {
        harvest();
        assertThat(notTaken()).isEmpty();
    }

    @Test
    void entryThatBreaks_isNotTakenAnyMore_evenIfNothingElseHasChanged() {
        harvest();
        server.behave(turtle(withABrokenOne(8)));
        harvest();
        assertThat(notTaken()).containsExactly("1");
    }

    @Test
    void entryThatIsMendedAndWithdrawn_isNotMissedAnyMore() {
        server.behave(turtle(withABrokenOne(8)));
        harvest();
        server.behave(turtle(Turtle.solutions(8)));
        harvest();
        assertThat(notTaken()).isEmpty();
    }

    @Test
    void withdrawnEntry_disappears() {
        harvest();
        server.behave(turtle(Turtle.solutions(7)));
        harvest();
        assertThat(bench.copied()).hasSize(7).doesNotContain("solution/s8");
        assertThat(bench.report().counts().withdrawn()).isEqualTo(1);
    }

    @Test
    void harvest_thatTakesTooMuchAway_isHeld() {
        harvest();
        server.behave(turtle(Turtle.solutions(5)));
        HarvestState state = harvest();
        assertThat(state.result()).contains(Result.HELD);
        assertThat(state.reason().orElseThrow()).contains("3 of 8 entries would vanish");
        assertThat(bench.copied()).hasSize(8);
    }

    @Test
    void heldHarvest_isAskedForInFullAgain() {
        harvest();
        server.behave(FaultyServer.body("text/turtle", Turtle.solutions(5), "ETag: \"few\""));
        harvest();
        harvest();
        assertThat(server.requests().getLast()).doesNotContain("\"few\"");
    }

    @Test
    void heldHarvest_whoseSourceIsAsItWas_isSettled() {
        server.behave(FaultyServer.body("text/turtle", Turtle.solutions(8), "ETag: \"one\""));
        harvest();
        server.behave(turtle(Turtle.solutions(5)));
        harvest();
        server.behave(FaultyServer.status("304 Not Modified"));
        assertThat(harvest().result()).contains(Result.UNCHANGED);
    }

    @Test
    void hubThatWasTakenOutOfTheRegisterMeanwhile_isNotCopied() {
        bench.harvester.harvest(partner, false, new Cancel());
        assertThat(bench.copied()).isEmpty();
        assertThat(bench.harvester.state("theirs").reason().orElseThrow()).contains("no partner any more");
    }

    @Test
    void heldHarvest_accepted_isTaken() {
        harvest();
        server.behave(turtle(Turtle.solutions(5)));
        harvest();
        assertThat(bench.accept(partner).result()).contains(Result.TAKEN);
        assertThat(bench.copied()).hasSize(5);
    }

    @Test
    void emptyHarvest_isHeld() {
        harvest();
        server.behave(turtle("# nothing any more\n"));
        assertThat(harvest().result()).contains(Result.HELD);
        assertThat(bench.copied()).hasSize(8);
    }

    @Test
    void entryWithErrors_keepsItsLastGoodCopy() {
        harvest();
        String bad = Turtle.solution("s1", "x").replace("dct:title \"x\"@en ;", "");
        server.behave(turtle(Turtle.solutions(8).replace(Turtle.solution("s1", "Solution 1"), bad)));
        assertThat(harvest().result()).contains(Result.TAKEN);
        assertThat(bench.copied()).hasSize(8).contains("solution/s1");
        assertThat(errors())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.iri()).isEqualTo("http://theirs.example/id/solution/s1"));
        assertThat(bench.report().counts().rejected()).isEqualTo(1);
    }

    @Test
    void entryThatIsMendedAgain_isTaken() {
        String good = Turtle.solution("s1", "Solution 1");
        String bad = good.replace("dct:title \"Solution 1\"@en ;", "");
        server.behave(turtle(Turtle.solutions(8).replace(good, bad)));
        harvest();
        assertThat(bench.copied()).hasSize(7);
        server.behave(turtle(Turtle.solutions(8)));
        harvest();
        assertThat(bench.copied()).hasSize(8);
    }

    @Test
    void entryOfAnotherHub_isRejected() {
        String foreign = Turtle.solution("s2", "Ours now")
                .replace("sol:", "<http://other.example/id/solution/>")
                .replace("<http://other.example/id/solution/>s2", "<http://other.example/id/solution/s2>");
        server.behave(turtle(Turtle.file(Turtle.solution("s1", "One"), foreign)));
        harvest();
        assertThat(bench.copied()).containsExactly("solution/s1");
        assertThat(errors())
                .anySatisfy(finding -> assertThat(finding.message()).contains("speaks for another hub's IRIs"));
    }

    @Test
    void statementsAboutOurOwnEntries_neverCome() {
        String poison = "<http://own.example/id/solution/x> dct:title \"Owned\"@en .";
        server.behave(turtle(Turtle.file(Turtle.solution("s1", "One"), poison)));
        harvest();
        assertThat(bench.copied()).containsExactly("solution/s1");
        assertThat(bench.graph("hub/theirs/solution/s1")
                        .contains(HarvestBench.iri("http://own.example/id/solution/x"), Node.ANY, Node.ANY))
                .isFalse();
    }

    @Test
    void unknownProperty_isAWarningOnly() {
        String extra = "sol:s1 atlas:notYetKnown \"x\" .";
        server.behave(turtle(Turtle.file(Turtle.solution("s1", "One"), extra)));
        harvest();
        assertThat(bench.copied()).containsExactly("solution/s1");
        assertThat(bench.report().findings()).anySatisfy(finding -> {
            assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
            assertThat(finding.message()).contains("notYetKnown");
        });
    }

    @Test
    void linkToAnEntryThatIsNotThere_isAWarningOnly() {
        String link = "sol:s1 atlas:buildsOn sol:nowhere .";
        server.behave(turtle(Turtle.file(Turtle.solution("s1", "One"), link)));
        harvest();
        assertThat(bench.copied()).containsExactly("solution/s1");
        assertThat(bench.report().findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("id/solution/nowhere"));
    }

    @Test
    void entryWithoutRecord_isCopiedWithATopicOfOurs() {
        String thing = """
                <http://theirs.example/data/Solar Roof> a atlas:Solution .
                """.replace("Solar Roof", "Solar_Roof");
        String rest = Turtle.solution("x", "One")
                .lines()
                .takeWhile(line -> !line.startsWith("rec:"))
                .reduce("", (one, next) -> one + next + "\n")
                .replace("sol:x", "<http://theirs.example/data/Solar_Roof>");
        server.behave(turtle(Turtle.file(thing, rest)));
        harvest();
        assertThat(errors()).isEmpty();
        assertThat(bench.copied()).singleElement().asString().startsWith("solution/solar-roof-");
        String path = "hub/theirs/" + bench.copied().getFirst();
        assertThat(bench.graph(path)
                        .contains(
                                HarvestBench.iri(HarvestBench.IRIS.base() + path),
                                FOAF.primaryTopic.asNode(),
                                HarvestBench.iri("http://theirs.example/data/Solar_Roof")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "image/png"})
    void wrongType_isHeldAndLeavesTheCopy(String type) {
        harvest();
        Partner plain = HarvestBench.withDump(server.uri("/").toString());
        server.behave(FaultyServer.body(type, "<html>We have moved</html>"));
        assertThat(bench.harvest(plain).result()).contains(Result.HELD);
        assertThat(bench.copied()).hasSize(8);
    }

    @Test
    void brokenSyntax_isHeldAndSaysWhere() {
        harvest();
        server.behave(turtle(Turtle.solutions(8) + "\n<http://theirs.example/broken"));
        HarvestState state = harvest();
        assertThat(state.result()).contains(Result.HELD);
        assertThat(state.reason().orElseThrow()).contains("line ");
        assertThat(bench.copied()).hasSize(8);
    }

    @Test
    void otherEncoding_isHeld() {
        byte[] latin = Turtle.file(Turtle.solution("s1", "Lösung")).getBytes(StandardCharsets.ISO_8859_1);
        server.behave((request, out) -> {
            FaultyServer.head(out, "200 OK", "Content-Type: text/turtle", "Content-Length: " + latin.length);
            out.write(latin);
        });
        assertThat(harvest().reason().orElseThrow()).contains("UTF-8");
    }

    @Test
    void remoteContext_isNotFetched() {
        try (FaultyServer other = FaultyServer.start(FaultyServer.body("application/ld+json", "{}"))) {
            String json = "{\"@context\":\"" + other.uri("/context") + "\",\"@id\":\"http://theirs.example/x\"}";
            server.behave(FaultyServer.body("application/ld+json", json));
            HarvestState state = harvest();
            assertThat(state.result()).contains(Result.HELD);
            assertThat(state.reason().orElseThrow()).contains("is not fetched");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void truncatedFile_failsAndLeavesTheCopy() {
        harvest();
        server.behave(FaultyServer.shortOfLength("text/turtle", Turtle.solutions(6)));
        HarvestState state = harvest();
        assertThat(state.result()).contains(Result.FAILED);
        assertThat(state.failures()).isEqualTo(1);
        assertThat(bench.copied()).hasSize(8);
    }

    @Test
    void compressedFile_isCopied() throws IOException {
        serveBytes(gzip(Turtle.solutions(8)), 0);
        assertThat(harvest().result()).contains(Result.TAKEN);
        assertThat(bench.copied()).hasSize(8);
    }

    @Test
    void compressedFile_thatWasCutBeforeItWasPublished_isHeld() throws IOException {
        harvest();
        serveBytes(gzip(Turtle.solutions(8)), 10);
        HarvestState state = harvest();
        assertThat(state.result()).contains(Result.HELD);
        assertThat(state.reason().orElseThrow()).contains("compressed data");
        assertThat(bench.copied()).hasSize(8);
    }

    @Test
    void compressedFile_thatGrowsTooLarge_isHeld() throws IOException {
        serveBytes(gzip("# " + " ".repeat(17 << 20) + "\n" + Turtle.solutions(1)), 0);
        assertThat(harvest().reason().orElseThrow()).contains("larger than");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void serveBytes(byte[] bytes, int cut) {
        int length = bytes.length - cut;
        server.behave((request, out) -> {
            FaultyServer.head(out, "200 OK", "Content-Type: text/turtle", "Content-Length: " + length);
            out.write(bytes, 0, length);
        });
    }

    @Test
    void flood_failsAndLeavesTheCopy() {
        harvest();
        server.behave(FaultyServer.flood("text/turtle"));
        assertThat(harvest().reason().orElseThrow()).contains("larger than");
        assertThat(bench.copied()).hasSize(8);
    }

    @Test
    void hubThatComesBack_isHarvestedAgain() {
        harvest();
        server.goAway();
        assertThat(harvest().result()).contains(Result.FAILED);
        server.comeBack();
        HarvestState state = harvest();
        assertThat(state.result()).contains(Result.TAKEN);
        assertThat(state.failures()).isZero();
    }

    @Test
    void redirect_isNotFollowed() {
        server.behave(FaultyServer.redirect("http://169.254.169.254/latest/meta-data/"));
        assertThat(harvest().reason().orElseThrow()).contains("redirects");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/n-quads",
                "application/n-triples",
                "application/trig",
                "application/rdf+xml",
                "application/ld+json"
            })
    void everyFormat_givesTheSameEntries(String type) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(Turtle.solutions(3), Lang.TURTLE).parse(graph);
        String text = RDFWriter.source(graph)
                .lang(RDFLanguages.contentTypeToLang(type))
                .asString();
        server.behave(FaultyServer.body(type, text));
        assertThat(harvest().result()).contains(Result.TAKEN);
        assertThat(bench.copied()).containsExactly("solution/s1", "solution/s2", "solution/s3");
        assertThat(errors()).isEmpty();
    }

    @Test
    void filesOfAHubThatIsNoPartnerAnyMore_areRemoved() {
        harvest();
        HarvestFiles files = new HarvestFiles(directory);
        files.forgetAllBut(Set.of("others"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void stateAndReport_surviveARestart() {
        HarvestState state = harvest();
        HarvestReport report = bench.report();
        HarvestFiles files = new HarvestFiles(directory);
        assertThat(files.state("theirs").version()).isEqualTo(state.version());
        assertThat(files.state("theirs").result()).isEqualTo(state.result());
        assertThat(files.report("theirs")).contains(report);
    }
}
