package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.load.LoadOutcome;
import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Progress;
import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.PartnerHub;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetWriterTest {
    private static final Clock CHANGED = Clock.fixed(Instant.parse("2026-11-27T23:30:01Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.offset(CHANGED, Duration.ofDays(400));

    @TempDir
    private static Path shared;

    private static Store store;
    private static DumpSet set;

    @TempDir
    private Path directory;

    @BeforeAll
    static void write() {
        store = catalogue();
        set = writer(store, shared, CHANGED).write();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static Store catalogue() {
        Store made = TemporaryStore.create(CHANGED);
        Loader.publishVocabularies(made);
        LoadOutcome outcome = new Loader(TestAtlas.IRIS, Shapes.published())
                .load(made, "test", List.of(Path.of("data")), Progress.NONE);
        assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
        return made;
    }

    private static SetWriter writer(Store from, Path to, Clock clock) {
        return new SetWriter(from, TestAtlas.IRIS, to, "Test 1.0", clock);
    }

    private static Path path(DumpSet of, String name) {
        return of.path(of.file(name).orElseThrow());
    }

    static String text(DumpSet of, String name) throws IOException {
        try (InputStream in = Files.newInputStream(path(of, name));
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static DatasetGraph quads(DumpSet of) throws IOException {
        DatasetGraph quads = DatasetGraphFactory.create();
        RDFParser.fromString(text(of, "catalogue.nq.gz"), Lang.NQUADS).parse(quads);
        return quads;
    }

    @Test
    void set_isNamedByTheDayAndTheVersionOfTheData() {
        assertThat(set.id()).hasToString("2026-11-27-v2");
        assertThat(set.directory().getFileName()).hasToString("2026-11-27-v2");
    }

    @Test
    void set_hasEveryFormat() {
        assertThat(set.files().stream().map(DumpFile::format))
                .contains(DumpFormat.values()[0])
                .containsAll(Stream.of(DumpFormat.values())
                        .filter(format -> format != DumpFormat.MANIFEST)
                        .toList());
    }

    @Test
    void set_hasNothingThatItsManifestDoesNotName() throws IOException {
        try (Stream<Path> files = Files.list(set.directory())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            set.all().map(DumpFile::name).toList());
        }
    }

    @Test
    void sets_readWhatWasWritten() {
        assertThat(new DumpSets(shared).all()).containsExactly(set);
    }

    @Test
    void counts_areThoseOfTheData() throws IOException {
        assertThat(set.file("catalogue.nq.gz").orElseThrow().count())
                .isEqualTo(quads(set).stream().count());
        assertThat(set.file("solutions.csv").orElseThrow().count()).isEqualTo(134);
        assertThat(set.file("actors.csv").orElseThrow().count()).isEqualTo(200);
    }

    @Test
    void quads_areTheCatalogue() throws IOException {
        DatasetGraph stored = DatasetGraphFactory.create();
        store.read(snapshot -> {
            snapshot.documents()
                    .forEach(document -> snapshot.graph(document)
                            .find()
                            .forEach(triple -> stored.getGraph(document).add(triple)));
            return snapshot.version();
        });

        assertThat(IsoMatcher.isomorphic(stored, quads(set))).isTrue();
    }

    @Test
    void turtleAndJsonLd_sayTheSameAsTheQuads() throws IOException {
        Graph union = GraphFactory.createDefaultGraph();
        quads(set).stream().forEach(quad -> union.add(quad.asTriple()));
        Graph turtle = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text(set, "catalogue.ttl.gz"), Lang.TURTLE).parse(turtle);
        Graph json = GraphFactory.createDefaultGraph();
        String context = OntologyFiles.context().strip();
        String inlined = text(set, "catalogue.jsonld.gz")
                .replaceFirst(
                        "\"http://localhost:8080/context.jsonld\"",
                        java.util.regex.Matcher.quoteReplacement(
                                context.substring(context.indexOf(':') + 1, context.lastIndexOf('}'))));
        RDFParser.fromString(inlined, Lang.JSONLD).parse(json);

        assertThat(turtle.isIsomorphicWith(union)).isTrue();
        assertThat(json.size()).isEqualTo(union.size());
        assertThat(json.isIsomorphicWith(union)).isTrue();
    }

    @Test
    void quads_loadedIntoAnEmptyCatalogue_giveTheSameCatalogue() throws IOException {
        try (Store empty = TemporaryStore.create(CHANGED)) {
            Loader.publishVocabularies(empty);
            LoadOutcome outcome = new Loader(TestAtlas.IRIS, Shapes.published())
                    .load(empty, "test", List.of(path(set, "catalogue.nq.gz")), Progress.NONE);

            assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
            DumpSet again = writer(empty, directory, CHANGED).write();
            assertThat(text(again, "catalogue.nq.gz")).isEqualTo(text(set, "catalogue.nq.gz"));
        }
    }

    /** Other time, time zone, language, labels of blank nodes and order of triples. */
    @Test
    void sameData_isTheSameBytes() throws IOException {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try (Store shuffled = TemporaryStore.create(CHANGED)) {
            java.util.Map<Node, List<Triple>> graphs = copyShuffled();
            Node first = graphs.keySet().iterator().next();
            shuffled.commit("test", "1", writer -> writer.replace(first, graphs.getOrDefault(first, List.of())));
            shuffled.commit("test", "2", writer -> graphs.forEach(writer::replace));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            DumpSet again = writer(shuffled, directory, LATER).write();

            assertThat(again.files()).isEqualTo(set.files());
            assertThat(again.manifest()).isNotEqualTo(set.manifest());
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static java.util.Map<Node, List<Triple>> copyShuffled() {
        java.util.Map<Node, List<Triple>> graphs = new java.util.LinkedHashMap<>();
        store.read(snapshot -> {
            List<Node> documents = new ArrayList<>(snapshot.documents().toList());
            Collections.reverse(documents);
            documents.forEach(document -> {
                java.util.Map<Node, Node> blanks = new java.util.HashMap<>();
                List<Triple> triples = new ArrayList<>();
                snapshot.graph(document)
                        .find()
                        .forEach(triple -> triples.add(Triple.create(
                                other(triple.getSubject(), blanks),
                                triple.getPredicate(),
                                other(triple.getObject(), blanks))));
                Collections.reverse(triples);
                graphs.put(document, triples);
            });
            return snapshot.version();
        });
        return graphs;
    }

    private static Node other(Node node, java.util.Map<Node, Node> blanks) {
        return node.isBlank() ? blanks.computeIfAbsent(node, none -> NodeFactory.createBlankNode()) : node;
    }

    @Test
    void sameVersionAgain_isNotWrittenAgain() {
        assertThat(writer(store, shared, LATER).write()).isEqualTo(set);
    }

    @Test
    void otherDataUnderTheSameName_isRefusedAndTheOldStays() {
        try (Store anew = TemporaryStore.create(Clock.offset(CHANGED, Duration.ofSeconds(60)))) {
            Node document = TestAtlas.IRIS.document("actor", "a");
            Node first = TestAtlas.IRIS.document("actor", "b");
            anew.commit(
                    "test",
                    "1",
                    writer -> writer.replace(document, List.of(Triple.create(document, document, document))));
            anew.commit(
                    "test", "2", writer -> writer.replace(document, List.of(Triple.create(document, document, first))));
            assertThatThrownBy(() -> writer(anew, shared, LATER).write())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("2026-11-27-v2");
            assertThat(new DumpSets(shared).all()).containsExactly(set);
        }
    }

    @Test
    void writingGivenUp_leavesNothing() throws IOException {
        assertThatThrownBy(() -> writer(store, directory, CHANGED).write(() -> true))
                .isInstanceOf(CancellationException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void unfinishedSetOfAnEarlierRun_isNeitherShownNorKept() throws IOException {
        Path left = Files.createDirectory(directory.resolve(SetDirectory.UNFINISHED + "1"));
        Files.writeString(left.resolve("catalogue.nq.gz"), "half");
        assertThat(new DumpSets(directory).all()).isEmpty();

        writer(store, directory, CHANGED).write();

        assertThat(left).doesNotExist();
    }

    @Test
    void copies_haveFilesOfTheirOwnWithTheirOrigin() throws IOException {
        try (Store network = catalogue()) {
            PartnerHub.register(network, "lib", "Liberec").harvest();
            PartnerHub.register(network, "lib-erec", "Liberec too").harvest();
            DumpSet with = writer(network, directory, CHANGED).write();

            assertThat(with.files().stream()
                            .filter(file -> file.hub().isPresent())
                            .map(DumpFile::name))
                    .containsExactly("hub-lib.nq.gz", "hub-lib.ttl.gz", "hub-lib-erec.nq.gz", "hub-lib-erec.ttl.gz");
            assertThat(text(with, "hub-lib.nq.gz")).contains("wasDerivedFrom", "generatedAtTime", "/hub/lib>");
            assertThat(text(with, "catalogue.nq.gz")).doesNotContain("<http://localhost:8080/hub/lib>");
        }
    }

    @Test
    void package_hasAllFilesAndAManifestOfThem() throws IOException {
        try (ZipFile zip =
                new ZipFile(path(set, "solution-atlas-2026-11-27-v2.zip").toFile())) {
            List<String> inside = zip.stream().map(ZipEntry::getName).toList();
            assertThat(inside)
                    .allMatch(name -> name.startsWith("solution-atlas-2026-11-27-v2/"))
                    .hasSize(set.files().size())
                    .contains("solution-atlas-2026-11-27-v2/README.md", "solution-atlas-2026-11-27-v2/manifest.json");
            assertThat(zip.getEntry("solution-atlas-2026-11-27-v2/catalogue.nq.gz")
                            .getMethod())
                    .isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void codebook_explainsEveryColumn() throws IOException {
        assertThat(text(set, "codebook.md"))
                .contains("`status_as_of`", "The year for which the status is known", "Das Jahr, für das");
        assertThat(text(set, "codebook.csv").lines().filter(line -> line.endsWith(",,") || line.endsWith(",")))
                .isEmpty();
    }

    /** As somebody would who doubts a number: by counting rows of the table. */
    @Test
    void figures_areThoseThatTheTablesGive() throws IOException {
        Figures figures = Figures.of(new DumpSets(shared), set).orElseThrow();
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text(set, "solutions.csv")))
                .getRecords();

        assertThat(figures.solutions()).isEqualTo(rows.size());
        assertThat(figures.actors()).isEqualTo(count("actors.csv"));
        assertThat(figures.adoptions()).isEqualTo(count("adoptions.csv"));
        assertCounts(figures.themes(), rows, "theme_codes");
        assertCounts(figures.regions(), rows, "nuts_codes");
        assertCounts(figures.statuses(), rows, "status");
        assertCounts(figures.years(), rows, "start_year");
    }

    private static long count(String name) {
        return set.file(name).orElseThrow().count();
    }

    private static void assertCounts(Figures.Breakdown figures, List<CSVRecord> rows, String column) {
        java.util.Map<String, Long> counted = rows.stream()
                .flatMap(row -> Stream.of(row.get(column).split("; ")))
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));

        assertThat(figures.none()).as(column).isEqualTo(counted.getOrDefault("", 0L));
        counted.remove("");
        assertThat(figures.counts().stream()
                        .filter(one -> one.exactly() > 0)
                        .collect(Collectors.toMap(Figures.Count::code, Figures.Count::exactly)))
                .as(column)
                .isEqualTo(counted);
    }

    @Test
    void licence_isThatWhichTheHubSays() throws IOException {
        try (Store other = TemporaryStore.create(CHANGED)) {
            Node catalogue = NodeFactory.createURI(TestAtlas.IRIS.base() + "id/catalogue");
            other.commit(
                    "test",
                    "hub",
                    writer -> writer.replace(
                            NodeFactory.createURI(TestAtlas.IRIS.base() + "hub"),
                            List.of(Triple.create(
                                    catalogue,
                                    DCTerms.license.asNode(),
                                    NodeFactory.createURI("https://www.govdata.de/dl-de/by-2-0")))));
            DumpSet of = writer(other, directory, CHANGED).write();

            assertThat(of.licence()).isEqualTo("https://www.govdata.de/dl-de/by-2-0");
            for (String name : List.of("README.md", "LICENCE.txt", "CITATION.cff", "citation.bib", "citation.ris")) {
                assertThat(text(of, name))
                        .as(name)
                        .containsIgnoringCase("dl-de")
                        .doesNotContain("CC BY", "Creative");
            }
        }
    }
}
