package eu.solutionatlas.load;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoaderTest {
    private static final Iris IRIS = new Iris("http://localhost:8080/");
    private static final Path REAL_DATA = Path.of("data");

    private static final String PREFIXES = """
            @prefix atlas: <https://w3id.org/solution-atlas/ns#> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix status: <https://w3id.org/solution-atlas/status/> .
            @prefix theme: <https://w3id.org/solution-atlas/theme/> .
            @prefix kind: <https://w3id.org/solution-atlas/actor-kind/> .
            @prefix as: <https://www.w3.org/ns/activitystreams#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    private static final String ACTOR = PREFIXES + """
            <id/actor/town> a atlas:Actor ;
                foaf:name "Town"@en ;
                atlas:actorKind kind:municipality .
            <actor/town> a dcat:CatalogRecord ;
                foaf:primaryTopic <id/actor/town> ;
                dct:source <https://example.org/town> ;
                atlas:confidence "high" ;
                dct:issued "2026-11-24"^^xsd:date .
            """;

    private static final String SOLUTION = PREFIXES + """
            <id/solution/lamp> a atlas:Solution ;
                dct:title "Lamp"@en ;
                dct:description "Street lamps that report faults by themselves."@en ;
                dcat:theme theme:energy ;
                atlas:provider <id/actor/town> ;
                atlas:status status:pilot .
            <solution/lamp> a dcat:CatalogRecord ;
                foaf:primaryTopic <id/solution/lamp> ;
                dct:source <https://example.org/lamp> ;
                atlas:confidence "high" ;
                dct:issued "2026-11-24"^^xsd:date .
            """;

    @TempDir
    Path directory;

    private final Loader loader = new Loader(IRIS, Shapes.published());
    private Store store;

    @BeforeEach
    void open() {
        store = TemporaryStore.create(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path given(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private LoadOutcome whenLoaded(Path... paths) {
        return loader.load(store, "tester", List.of(paths), Progress.NONE);
    }

    /** The errors of a load, without the directory and without the entry. */
    private List<String> errorsOf(Path... paths) {
        Report report = whenLoaded(paths).report();
        return report.findings().stream()
                .filter(finding -> finding.level() == Finding.Level.ERROR)
                .map(finding -> Path.of(finding.file()).getFileName() + ":" + finding.line() + ": " + finding.message())
                .toList();
    }

    private long documents() {
        return store.read(snapshot -> snapshot.documents().count());
    }

    @Test
    void load_realData_isValid() {
        LoadOutcome outcome = whenLoaded(REAL_DATA);

        assertThat(outcome.report().findings())
                .filteredOn(finding -> finding.level() == Finding.Level.ERROR)
                .isEmpty();
        assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
        assertThat(documents()).isEqualTo(134 + 200 + 2);
    }

    @Test
    void load_again_changesNothing() {
        whenLoaded(REAL_DATA);

        LoadOutcome again = whenLoaded(REAL_DATA);

        assertThat(again)
                .isInstanceOfSatisfying(
                        LoadOutcome.Loaded.class,
                        loaded -> assertThat(loaded.changed()).isZero());
    }

    @Test
    void load_oneEntryBroken_loadsNothing() throws IOException {
        whenLoaded(given("actor.ttl", ACTOR));
        given("solution.ttl", SOLUTION);
        given("broken.ttl", SOLUTION.replace("lamp", "bench").replace("status:pilot", "status:finished"));

        LoadOutcome outcome = whenLoaded(directory);

        assertThat(outcome).isInstanceOf(LoadOutcome.Rejected.class);
        assertThat(documents()).isEqualTo(1);
        assertThat(store.version().number()).isEqualTo(1);
    }

    @Test
    void load_syntaxError_namesLineAndColumn() throws IOException {
        assertThat(errorsOf(given("actor.ttl", ACTOR.replace("\"Town\"@en ;", "\"Town\"@en \"City\" ;"))))
                .singleElement()
                .asString()
                .startsWith("actor.ttl:11:")
                .contains("column");
    }

    @Test
    void load_undeclaredPrefix_namesLine() throws IOException {
        assertThat(errorsOf(given("actor.ttl", ACTOR.replace("atlas:actorKind", "atlass:actorKind"))))
                .singleElement()
                .asString()
                .startsWith("actor.ttl:12:")
                .contains("atlass");
    }

    @Test
    void load_wrongValue_namesItsLine() throws IOException {
        given("actor.ttl", ACTOR);
        assertThat(errorsOf(
                        given("solution.ttl", SOLUTION.replace("status:pilot", "status:finished")),
                        directory.resolve("actor.ttl")))
                .singleElement()
                .asString()
                .startsWith("solution.ttl:15:")
                .contains("choose exactly one of", "(here: atlas:status status:finished)");
    }

    @Test
    void load_unknownProperty_isNamedWithTheOneThatWasMeant() throws IOException {
        given("actor.ttl", ACTOR);
        given("solution.ttl", SOLUTION.replace("atlas:provider", "atlas:provder"));

        assertThat(errorsOf(directory))
                .anySatisfy(
                        error -> assertThat(error)
                                .startsWith("solution.ttl:14:")
                                .contains(
                                        "here: atlas:provder <http://localhost:8080/id/actor/town>; did you mean atlas:provider?"));
    }

    @Test
    void load_missingSemicolon_saysWhereToLook() throws IOException {
        given("solution.ttl", SOLUTION.replace("theme:energy ;", "theme:energy"));

        assertThat(errorsOf(directory))
                .singleElement()
                .asString()
                .startsWith("solution.ttl:14:")
                .contains("the line before");
    }

    @Test
    void load_severalErrors_areInTheOrderOfTheLines() throws IOException {
        given("actor.ttl", ACTOR);
        given(
                "solution.ttl",
                SOLUTION.replace("status:pilot", "status:finished").replace("theme:energy", "theme:enrgy"));

        assertThat(errorsOf(directory))
                .extracting(error -> error.substring(0, 15))
                .containsExactly("solution.ttl:13", "solution.ttl:15");
    }

    @Test
    void load_linkToWhatTheFilesRemove_isAWarning() throws IOException {
        given("solution.ttl", SOLUTION);
        given("actor.ttl", PREFIXES + "<actor/town> a as:Tombstone ; as:formerType atlas:Actor .");

        assertThat(whenLoaded(directory).report().findings())
                .filteredOn(finding -> finding.message().contains("was removed"))
                .singleElement()
                .matches(finding -> finding.level() == Finding.Level.WARNING && finding.line() == 14);
    }

    @ParameterizedTest
    @CsvSource({
        "atlas:provider <id/actor/town>, atlas:provider <actor/town>, the actor itself is <id/actor/town>",
        "atlas:provider <id/actor/town>, atlas:provider <id/solution/lamp>, which is no actor",
        "atlas:provider <id/actor/town>, atlas:adopter <http://data.europa.eu/nuts/code/DED>, which is no actor",
        "atlas:provider <id/actor/town>, atlas:buildsOn <id/actor/town>, which is no solution"
    })
    void load_linkToAnotherKindOfThing_isAnError(String old, String link, String message) throws IOException {
        given("actor.ttl", ACTOR);
        given("solution.ttl", SOLUTION.replace(old, link));

        assertThat(errorsOf(directory))
                .anySatisfy(error ->
                        assertThat(error).startsWith("solution.ttl:14:").contains(message));
    }

    @Test
    void load_tombstoneOfWhatIsLinkedTo_isAWarningWithTheEntry() throws IOException {
        given("actor.ttl", ACTOR);
        given("solution.ttl", SOLUTION);
        whenLoaded(directory);

        assertThat(whenLoaded(
                                given(
                                        "gone.ttl",
                                        PREFIXES
                                                + "<actor/town> a as:Tombstone ; as:formerType atlas:Actor ; as:deleted \"2026-11-24\"^^xsd:date ."))
                        .report()
                        .findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("http://localhost:8080/solution/lamp still links to it"));
    }

    @Test
    void load_tombstoneOfNothing_isAWarning() throws IOException {
        assertThat(whenLoaded(
                                given(
                                        "gone.ttl",
                                        PREFIXES
                                                + "<actor/twon> a as:Tombstone ; as:formerType atlas:Actor ; as:deleted \"2026-11-24\"^^xsd:date ."))
                        .report()
                        .findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("there was no such entry"));
    }

    @Test
    void validate_besideOthers_linksMayLeadToThem() throws IOException {
        Path actor = given("actor.ttl", ACTOR);
        Path solution = given("solution.ttl", SOLUTION);

        assertThat(loader.validate(List.of(solution), List.of(actor), Progress.NONE)
                        .isValid())
                .isTrue();
    }

    @Test
    void validate_changedEntryBesideItsOldSelf_isNoDuplicate() throws IOException {
        given("actor.ttl", ACTOR);
        Path changed = given("solution.ttl", SOLUTION.replace("Lamp", "Lantern"));

        assertThat(loader.validate(List.of(changed), List.of(directory), Progress.NONE)
                        .isValid())
                .isTrue();
    }

    @Test
    void load_mistypedActor_suggestsAStoredOne() throws IOException {
        whenLoaded(given("actor.ttl", ACTOR));

        assertThat(errorsOf(given("solution.ttl", SOLUTION.replace("id/actor/town", "id/actor/twon"))))
                .singleElement()
                .asString()
                .contains("did you mean <http://localhost:8080/id/actor/town>?");
    }

    @Test
    void load_missingTitle_namesTheThingsLine() throws IOException {
        given("actor.ttl", ACTOR);
        given("solution.ttl", SOLUTION.replace("    dct:title \"Lamp\"@en ;\n", ""));

        assertThat(errorsOf(directory)).singleElement().asString().startsWith("solution.ttl:10:");
    }

    @Test
    void load_danglingLink_isAnError() throws IOException {
        assertThat(errorsOf(given("solution.ttl", SOLUTION)))
                .singleElement()
                .asString()
                .startsWith("solution.ttl:14: links to <http://localhost:8080/id/actor/town>");
    }

    @Test
    void load_linkToStoredEntry_isFine() throws IOException {
        whenLoaded(given("actor.ttl", ACTOR));

        assertThat(whenLoaded(given("solution.ttl", SOLUTION))).isInstanceOf(LoadOutcome.Loaded.class);
    }

    @Test
    void load_unknownTheme_isAnError() throws IOException {
        given("actor.ttl", ACTOR);
        given("solution.ttl", SOLUTION.replace("theme:energy", "theme:enrgy"));

        assertThat(errorsOf(directory))
                .singleElement()
                .asString()
                .contains("theme/enrgy", "did you mean <https://w3id.org/solution-atlas/theme/energy>?");
    }

    @Test
    void load_sameDocumentTwice_namesBothFiles() throws IOException {
        given("a.ttl", ACTOR);
        given("b.ttl", ACTOR);

        assertThat(errorsOf(directory))
                .singleElement()
                .asString()
                .startsWith("b.ttl:")
                .contains("a.ttl:10");
    }

    @Test
    void load_statementAboutAnotherEntry_isAnError() throws IOException {
        given("actor.ttl", ACTOR + "<id/actor/other> foaf:name \"Sneaky\"@en .\n");

        assertThat(errorsOf(directory))
                .singleElement()
                .asString()
                .startsWith("actor.ttl:18:")
                .contains("id/actor/other");
    }

    @Test
    void load_foreignBase_saysWhichSetting() throws IOException {
        given("actor.ttl", "@base <https://elsewhere.example/> .\n" + ACTOR);

        assertThat(errorsOf(directory)).singleElement().asString().contains("atlas.base-iri");
    }

    @Test
    void load_badSlug_isAnError() throws IOException {
        given("actor.ttl", ACTOR.replace("actor/town", "actor/Town_1"));

        assertThat(errorsOf(directory)).singleElement().asString().contains("no slug");
    }

    @Test
    void load_noDocument_isAnError() throws IOException {
        given("note.ttl", "<http://example.org/a> <http://example.org/b> 1 .");

        assertThat(errorsOf(directory)).singleElement().asString().contains("describes no document");
    }

    @Test
    void load_missingPath_isAnError() {
        assertThat(errorsOf(directory.resolve("absent")))
                .singleElement()
                .asString()
                .contains("no such file");
    }

    @Test
    void load_tombstone_replacesTheEntry() throws IOException {
        whenLoaded(given("actor.ttl", ACTOR));
        Path tombstone = given("actor.ttl", PREFIXES + """
                <actor/town> a as:Tombstone ;
                    as:formerType atlas:Actor ;
                    as:deleted "2026-11-24"^^xsd:date .
                """);

        assertThat(whenLoaded(tombstone)).isInstanceOf(LoadOutcome.Loaded.class);
        Node document = IRIS.document("actor", "town");
        assertThat(store.<Long>read(snapshot -> (long) snapshot.graph(document).size()))
                .isEqualTo(3);
    }

    @Test
    void load_quads_groupedByGraph() throws IOException {
        whenLoaded(given("actor.ttl", ACTOR));
        List<String> quads = quads();
        store.close();
        store = TemporaryStore.create(Clock.systemUTC());

        assertThat(whenLoaded(gzipped("dump.nq.gz", quads))).isInstanceOf(LoadOutcome.Loaded.class);
        assertThat(documents()).isEqualTo(1);
    }

    @Test
    void load_quadsOutOfOrder_saysHowToMend() throws IOException {
        given("actor.ttl", ACTOR);
        given("solution.ttl", SOLUTION);
        whenLoaded(directory);
        List<String> shuffled = quads().stream().sorted().collect(Collectors.toList());
        store.close();
        store = TemporaryStore.create(Clock.systemUTC());

        assertThat(errorsOf(gzipped(
                        "dump.nq.gz", List.of(shuffled.get(0), shuffled.get(shuffled.size() - 1), shuffled.get(1)))))
                .isNotEmpty()
                .last()
                .asString()
                .contains("sort the file");
    }

    @Test
    void load_truncatedGzip_isAnErrorNotACrash() throws IOException {
        whenLoaded(given("actor.ttl", ACTOR));
        Path whole = gzipped("dump.nq.gz", quads());
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(errorsOf(whole)).isNotEmpty();
    }

    @Test
    void load_invalidUtf8_isAnError() throws IOException {
        Path file = directory.resolve("actor.ttl");
        Files.write(file, ACTOR.replace("Town\"@en", "Köln\"@de").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(errorsOf(file))
                .singleElement()
                .asString()
                .startsWith("actor.ttl:11:")
                .contains("UTF-8");
    }

    @Test
    void load_liveEntryOverATombstone_isRefused() throws IOException {
        whenLoaded(given("actor.ttl", PREFIXES + """
                <actor/town> a as:Tombstone ;
                    as:formerType atlas:Actor ;
                    as:deleted "2026-11-24"^^xsd:date .
                """));

        assertThat(errorsOf(given("actor.ttl", ACTOR)))
                .singleElement()
                .asString()
                .contains("not used again");
    }

    @Test
    void load_tombstoneOfTheThing_saysWhereItBelongs() throws IOException {
        Path file = given("actor.ttl", PREFIXES + """
                <id/actor/town> a as:Tombstone ;
                    as:formerType atlas:Actor .
                """);

        assertThat(errorsOf(file)).singleElement().asString().contains("without id/");
    }

    @Test
    void load_wrongChecksum_isAnError() throws IOException {
        Path file = given("actor.ttl", ACTOR);
        given("actor.ttl.sha256", "0".repeat(64) + "  actor.ttl");

        assertThat(errorsOf(file)).singleElement().asString().contains("checksum");
    }

    @Test
    void load_byteOrderMark_isPassedOver() throws IOException {
        assertThat(whenLoaded(given("actor.ttl", "\uFEFF" + ACTOR))).isInstanceOf(LoadOutcome.Loaded.class);
    }

    @Test
    void validate_realData_findsWarningsOnly() {
        Report report = loader.validate(List.of(REAL_DATA), List.of(), Progress.NONE);

        assertThat(report.isValid()).isTrue();
        assertThat(report.files()).isEqualTo(336);
        assertThat(report.count(Finding.Level.WARNING)).isPositive();
    }

    @Test
    void publishVocabularies_twice_isOneVersion() {
        Loader.publishVocabularies(store);
        Loader.publishVocabularies(store);

        assertThat(store.version().number()).isEqualTo(1);
        assertThat(documents()).isEqualTo(6);
    }

    private List<String> quads() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.read(snapshot -> {
            org.apache.jena.riot.RDFDataMgr.write(out, store.dataset(), org.apache.jena.riot.Lang.NQUADS);
            return out;
        });
        // Without the store's own ledger, which has no graph.
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.contains("urn:x-solution-atlas:"))
                .toList();
    }

    private Path gzipped(String name, List<String> lines) throws IOException {
        Path file = directory.resolve(name);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
