package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.dump.Changes.Kind;
import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.PartnerHub;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetComparisonTest {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-27T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private Store store;
    private int written;

    @BeforeEach
    void open() {
        store = TemporaryStore.create(DAY);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Node document(String name) {
        return TestAtlas.IRIS.document("solution", name);
    }

    private void say(String name, String title) {
        say(document(name), TestAtlas.IRIS.thing("solution", name), NodeFactory.createLiteralLang(title, "de"));
    }

    private void say(Node document, Node thing, Node title) {
        put(document, List.of(Triple.create(thing, DCTerms.title.asNode(), title)));
    }

    private void put(Node document, List<Triple> triples) {
        store.commit("test", "said", writer -> writer.replace(document, triples));
    }

    private void remove(String name) {
        put(document(name), List.of(Triple.create(document(name), RDF.type.asNode(), AS.Tombstone)));
    }

    /** Each is written a minute later than the one before. */
    private DumpSet write() {
        Clock clock = Clock.offset(DAY, Duration.ofMinutes(written++));
        return new SetWriter(store, TestAtlas.IRIS, directory, "Test", clock).write();
    }

    @Test
    void setOfAnotherHistory_isNeverTheNewest() {
        say("a", "One");
        DumpSet old = write();
        say("a", "Two");
        DumpSet other = write();
        DumpSets sets = new DumpSets(directory, version -> !version.equals(other.version()));

        assertThat(sets.latest()).contains(old);
        assertThat(sets.find(other.id())).isPresent();
    }

    @Test
    void setThatIsDamaged_isPutAsideAndWrittenAnew() throws IOException {
        say("a", "One");
        DumpSet damaged = write();
        Files.writeString(damaged.directory().resolve("manifest.json"), "{");
        DumpSet again = write();

        assertThat(new DumpSets(directory).latest()).contains(again);
        assertThat(again.id()).isEqualTo(damaged.id());
    }

    private static List<String> differences(DumpSet before, DumpSet after) throws IOException {
        List<String> found = new ArrayList<>();
        SetComparison.of(
                before,
                after,
                difference -> found.add(difference.kind().map(Kind::code).orElse("-") + " "
                        + difference.line().document().replace(TestAtlas.IRIS.base(), "") + " "
                        + difference.line().names().getOrDefault("de", "")));
        return found;
    }

    @Test
    void firstSet_hasNothingToBeComparedWith() {
        say("a", "A");

        assertThat(write().changes()).isEmpty();
    }

    @Test
    void entries_addedChangedRemovedAndLeft_areToldApart() throws IOException {
        say("changed", "Old");
        say("left", "Left");
        say("removed", "Gone");
        DumpSet before = write();
        say("changed", "New");
        say("added", "Added");
        say("left", "Left");
        remove("removed");
        DumpSet after = write();

        assertThat(differences(before, after))
                .containsExactly(
                        "added solution/added Added", "changed solution/changed New", "removed solution/removed Gone");
    }

    @Test
    void changes_areInTheManifestWithNamesAndCounts() {
        say("removed", "Gone");
        DumpSet before = write();
        remove("removed");
        say("added", "Added");
        DumpSet after = write();

        assertThat(after.changes())
                .contains(new Changes(
                        before.id().toString(),
                        List.of(
                                new Changes.Part(
                                        Kind.ADDED,
                                        "solution",
                                        1,
                                        List.of(new Changes.Named(
                                                document("added").getURI(), Map.of("de", "Added")))),
                                new Changes.Part(
                                        Kind.REMOVED,
                                        "solution",
                                        1,
                                        List.of(new Changes.Named(
                                                document("removed").getURI(), Map.of("de", "Gone"))))),
                        List.of()));
        assertThat(new DumpSets(directory).latest()).contains(after);
    }

    @Test
    void changes_moreThanAreNamed_areCounted() {
        say("a", "A");
        write();
        store.commit("test", "many", writer -> {
            for (int i = 0; i < Changes.NAMED + 5; i++) {
                Node thing = TestAtlas.IRIS.thing("solution", "n" + i);
                writer.replace(
                        document("n" + i),
                        List.of(Triple.create(thing, DCTerms.title.asNode(), NodeFactory.createLiteralString("N"))));
            }
        });
        Changes changes = write().changes().orElseThrow();

        assertThat(changes.count(Kind.ADDED, "solution")).isEqualTo(Changes.NAMED + 5);
        assertThat(changes.parts().getFirst().first())
                .hasSize(Changes.NAMED)
                .allMatch(named -> named.names().equals(Map.of("", "N")));
    }

    @Test
    void entry_addedAndRemovedBetween_isNothingForPeople() throws IOException {
        say("a", "A");
        DumpSet before = write();
        say("short", "Short");
        remove("short");
        DumpSet after = write();

        assertThat(differences(before, after)).containsExactly("- solution/short ");
        assertThat(after.changes().orElseThrow().parts()).isEmpty();
    }

    @Test
    void nameWithTabsAndLineEnds_isOneCell() {
        say("a", "A");
        write();
        say("b", "One\ttwo\r\nthree\u2028four");

        assertThat(write().changes()
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .first()
                        .getFirst()
                        .names())
                .containsEntry("de", "One two three four");
    }

    @Test
    void blankNodesOfOtherLabels_areNoChange() throws IOException {
        Node thing = TestAtlas.IRIS.thing("solution", "a");
        put(document("a"), List.of(Triple.create(thing, DCTerms.source.asNode(), NodeFactory.createBlankNode())));
        DumpSet before = write();
        put(document("a"), List.of(Triple.create(thing, DCTerms.source.asNode(), NodeFactory.createBlankNode())));

        assertThat(differences(before, write())).isEmpty();
    }

    @Test
    void copies_areCountedByHubAndNotNamed() throws IOException {
        say("a", "A");
        write();
        PartnerHub.register(store, "lib", "Liberec").harvest();
        Changes changes = write().changes().orElseThrow();

        assertThat(changes.copies()).singleElement().satisfies(copied -> {
            assertThat(copied.hub()).isEqualTo("lib");
            assertThat(copied.added()).isPositive();
            assertThat(copied.changed() + copied.removed()).isZero();
        });
        assertThat(changes.parts()).allMatch(part -> part.kind().equals("other"));
    }

    @Test
    void setWithoutInventory_isNotCompared() throws IOException {
        say("a", "A");
        DumpSet before = write();
        Path manifest = before.directory().resolve(Manifest.FILE_NAME);
        Manifest read = Manifest.read(Files.readAllBytes(manifest));
        Files.write(
                manifest,
                read.with(read.files().stream()
                                .filter(file -> !file.name().equals(Inventory.FILE_NAME))
                                .toList())
                        .toBytes());
        say("a", "B");

        assertThat(write().changes()).isEqualTo(Optional.empty());
    }

    @Test
    void brokenInventoryOfTheSetBefore_keepsNoSetFromBeingWritten() throws IOException {
        say("a", "A");
        DumpSet before = write();
        Files.writeString(before.directory().resolve(Inventory.FILE_NAME), "broken");
        say("a", "B");

        assertThat(write().changes()).isEqualTo(Optional.empty());
        assertThat(new DumpSets(directory).all()).hasSize(2);
    }
}
