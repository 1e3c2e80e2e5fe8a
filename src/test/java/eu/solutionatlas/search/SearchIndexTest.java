package eu.solutionatlas.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index follows the store, whatever happened meanwhile. */
class SearchIndexTest {
    private static final Iris IRIS = new Iris("http://localhost:8080/");
    private static final Node ONE = document("one");
    private static final Node TWO = document("two");

    @TempDir
    Path directory;

    private Store store;
    private SearchIndex index;

    @BeforeEach
    void open() {
        store = TemporaryStore.create(Clock.systemUTC());
        index = create();
    }

    @AfterEach
    void close() {
        index.close();
        store.close();
    }

    private SearchIndex create() {
        return new SearchIndex(store, IRIS, directory, SearchIndexTest::reader);
    }

    private void reopen() {
        index.close();
        index = create();
        index.catchUp();
    }

    private static Node document(String slug) {
        return IRIS.document("solution", slug);
    }

    /** A title, themes as facet values, links whose titles are found as well. */
    private static IndexEntry.Reader reader(Snapshot snapshot) {
        return (document, graph) -> {
            Node thing = IRIS.thingOf(document).orElseThrow();
            Labels title = Labels.of(graph, thing, DCTerms.title.asNode());
            Set<Node> links = objects(graph, thing, DCTerms.relation.asNode());
            List<Label> names = links.stream()
                    .flatMap(link -> Background.all(Labels.of(
                                    snapshot.graph(IRIS.documentOf(link).orElseThrow()), link, DCTerms.title.asNode()))
                            .stream())
                    .toList();
            Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
            Set<String> themes = new HashSet<>();
            objects(graph, thing, DCAT.theme.asNode()).forEach(theme -> themes.add(Background.value(theme)));
            facets.put(Facet.THEME, themes);
            return title.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new IndexEntry(
                            document,
                            thing,
                            "solution",
                            title,
                            Labels.NONE,
                            List.of(),
                            names,
                            facets,
                            links,
                            List.of(),
                            "2026-11-24",
                            GraphFactory.createDefaultGraph()));
        };
    }

    private static Set<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
    }

    private void write(Node document, String title, Triple... more) {
        Node thing = IRIS.thingOf(document).orElseThrow();
        Triple titled = Triple.create(thing, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "en"));
        store.commit(
                "test",
                "write",
                writer -> writer.replace(
                        document,
                        Stream.concat(Stream.of(titled), Stream.of(more)).toList()));
    }

    private static Triple relation(Node from, Node to) {
        return Triple.create(
                IRIS.thingOf(from).orElseThrow(),
                DCTerms.relation.asNode(),
                IRIS.thingOf(to).orElseThrow());
    }

    private static Triple theme(Node document, String theme) {
        return Triple.create(
                IRIS.thingOf(document).orElseThrow(),
                DCAT.theme.asNode(),
                NodeFactory.createURI(Iris.SHARED + "theme/" + theme));
    }

    private Answer find(String text, Map<Facet, Set<String>> chosen) {
        try (Session session = index.session()) {
            return session.answer(new Question("solution", text, "en", chosen, Question.Order.TITLE), 0, 10);
        }
    }

    private Session.Around around(Set<String> chosen, Set<String> rest) {
        Map<Facet, Set<String>> values = chosen.isEmpty() ? Map.of() : Map.of(Facet.THEME, chosen);
        try (Session session = index.session()) {
            return session.around(new Question("solution", "", "en", values, Question.Order.TITLE), Facet.THEME, rest);
        }
    }

    private int suggestions(String typed) {
        try (Session session = index.session()) {
            return session.suggest("solution", typed, "en", 5).size();
        }
    }

    private List<String> titles(String text) {
        return find(text, Map.of()).hits().stream()
                .map(hit -> hit.title().in("en").orElseThrow().text())
                .toList();
    }

    @Test
    void answer_entryWritten_isFound() {
        write(ONE, "Parking guide");
        index.catchUp();

        assertThat(titles("parking")).containsExactly("Parking guide");
        assertThat(index.version()).contains(store.version());
    }

    @Test
    void answer_entryChanged_isFoundByItsNewWordsOnly() {
        write(ONE, "Parking guide");
        index.catchUp();
        write(ONE, "Flood warning");
        index.catchUp();

        assertThat(titles("flood")).containsExactly("Flood warning");
        assertThat(find("", Map.of()).total()).isEqualTo(1);
    }

    @Test
    void answer_linkedEntryRenamed_isFoundByItsNewName() {
        write(ONE, "Parking guide", relation(ONE, TWO));
        write(TWO, "Liberec");
        index.catchUp();
        write(TWO, "Reichenberg");
        index.catchUp();

        assertThat(titles("reichenberg")).containsExactly("Parking guide", "Reichenberg");
    }

    @Test
    void answer_emptyCatalogue_isEmpty() {
        index.catchUp();

        assertThat(find("", Map.of()).total()).isZero();
        assertThat(find("parking", Map.of()).hits()).isEmpty();
    }

    @Test
    void answer_mistyped_saysWhatWasMeant() {
        write(ONE, "Parking guide");
        index.catchUp();

        Answer answer = find("parkimg", Map.of());

        assertThat(answer.meant()).contains("parking");
        assertThat(answer.loosened()).isTrue();
        assertThat(answer.total()).isEqualTo(1);
    }

    @Test
    void counts_nothingChosen_areHowManyHaveTheValue() {
        givenThemes();

        assertThat(around(Set.of(), Set.of()).with())
                .containsExactlyInAnyOrderEntriesOf(Map.of("energy", 2, "mobility", 2, "safety", 1));
    }

    @Test
    void counts_oneChosen_areWhatEachClickGives() {
        givenThemes();

        Session.Around more = around(Set.of("energy"), Set.of("energy"));

        assertThat(more.rest()).isEqualTo(2);
        assertThat(more.with()).containsAllEntriesOf(Map.of("mobility", 3, "safety", 3));
        more.with().forEach((theme, count) -> {
            Set<String> clicked = new HashSet<>(List.of("energy", theme));
            assertThat(find("", Map.of(Facet.THEME, clicked)).total()).as(theme).isEqualTo(count);
        });
        assertThat(around(Set.of("energy"), Set.of()).rest())
                .as("without any")
                .isEqualTo(find("", Map.of()).total());
    }

    private void givenThemes() {
        write(ONE, "One", theme(ONE, "energy"));
        write(TWO, "Two", theme(TWO, "energy"), theme(TWO, "mobility"));
        write(document("three"), "Three", theme(document("three"), "mobility"));
        write(document("four"), "Four", theme(document("four"), "safety"));
        index.catchUp();
    }

    @Test
    void suggest_beginningOfAWord_givesTitles() {
        write(ONE, "Parking guide");
        index.catchUp();

        assertThat(suggestions("par")).isEqualTo(1);
        assertThat(suggestions("guide pa")).isEqualTo(1);
        assertThat(suggestions("gui pa")).isZero();
    }

    @Test
    void open_again_isTheIndexThatWasThere() throws IOException {
        write(ONE, "Parking guide");
        index.catchUp();
        List<Path> before = makings();

        reopen();

        assertThat(titles("parking")).hasSize(1);
        assertThat(makings()).isEqualTo(before);
    }

    @Test
    void open_changesMeanwhile_followsThem() {
        write(ONE, "Parking guide");
        index.catchUp();
        index.close();
        write(TWO, "Flood warning");

        index = create();
        index.catchUp();

        assertThat(titles("flood")).hasSize(1);
        assertThat(index.check()).isEmpty();
    }

    @Test
    void open_filesDamaged_makesItAnew() throws IOException {
        write(ONE, "Parking guide");
        index.catchUp();
        index.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        index = create();
        index.catchUp();

        assertThat(titles("parking")).hasSize(1);
        assertThat(makings()).hasSize(1);
    }

    @Test
    void open_middleOfFilesDamaged_makesItAnew() throws IOException {
        write(ONE, "Parking guide");
        index.catchUp();
        index.close();
        damageMiddles();

        index = create();
        index.catchUp();

        assertThat(titles("parking")).hasSize(1);
        assertThat(index.check()).isEmpty();
    }

    /** Changes some bytes of each file of data, but not its length. */
    private void damageMiddles() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(cfs|fdt|tim|doc)"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int i = bytes.length / 4; i < bytes.length * 3 / 4; i += 7) {
                    bytes[i] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        }
    }

    @Test
    void check_indexOfOtherData_saysWhatDiffersAndRebuildMendsIt() {
        write(ONE, "Parking guide");
        index.catchUp();
        write(ONE, "Flood warning");
        write(TWO, "Chatbot");

        assertThat(index.check())
                .containsExactly(
                        ONE.getURI() + " is in the index as it was once", TWO.getURI() + " is not in the index");

        index.rebuild();

        assertThat(index.check()).isEmpty();
    }

    private List<Path> makings() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }
}
