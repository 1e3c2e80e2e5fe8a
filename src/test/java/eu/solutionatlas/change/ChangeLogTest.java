package eu.solutionatlas.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.change.Activity.Kind;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeLogTest {
    private static final Page.Place BEGINNING = new Page.Place(DataVersion.NONE, 0);

    @TempDir
    private Path directory;

    private Store store = TemporaryStore.create(clock("2026-11-27T08:00:00Z"));

    @AfterEach
    void close() {
        store.close();
    }

    private static Clock clock(String at) {
        return Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
    }

    private Path file() {
        return directory.resolve("changes").resolve("log.tsv");
    }

    private ChangeLog log() {
        return new ChangeLog(store, TestAtlas.IRIS, file());
    }

    private static Node iri(String path) {
        return NodeFactory.createURI(TestAtlas.IRIS.base() + path);
    }

    private void write(String title, String... paths) {
        store.commit("test", "written", writer -> {
            for (String path : paths) {
                Node thing = iri("id/" + path);
                writer.replace(
                        iri(path),
                        List.of(
                                Triple.create(iri(path), FOAF.primaryTopic.asNode(), thing),
                                Triple.create(thing, DCTerms.title.asNode(), NodeFactory.createLiteralString(title))));
            }
        });
    }

    private void bury(String path) {
        store.commit(
                "test",
                "buried",
                writer ->
                        writer.replace(iri(path), List.of(Triple.create(iri(path), RDF.type.asNode(), AS.Tombstone))));
    }

    private List<String> all(ChangeLog log, int size) {
        List<String> found = new ArrayList<>();
        Optional<Page.Place> next = Optional.of(BEGINNING);
        for (int pages = 0; next.isPresent() && pages < 100; pages++) {
            Page page = log.page(store.version(), next.get(), size);
            page.activities().forEach(activity -> found.add(words(activity)));
            next = page.next();
        }
        return found;
    }

    private static String words(Activity activity) {
        return activity.version().number() + " " + activity.kind() + " "
                + activity.document().substring(TestAtlas.IRIS.base().length());
    }

    @Test
    void newEntry_isCreated() {
        write("One", "solution/a");
        assertThat(all(log(), 10)).containsExactly("1 CREATE solution/a");
    }

    @Test
    void entryThatOnlyGains_isUpdated() {
        write("One", "solution/a");
        store.commit("test", "more", writer -> {
            List<Triple> triples = new ArrayList<>(writer.graph(iri("solution/a")));
            triples.add(Triple.create(iri("id/solution/a"), RDF.type.asNode(), FOAF.Agent.asNode()));
            writer.replace(iri("solution/a"), triples);
        });
        assertThat(all(log(), 10)).containsExactly("1 CREATE solution/a", "2 UPDATE solution/a");
    }

    @Test
    void entryThatBecomesATombstone_isDeleted() {
        write("One", "solution/a");
        bury("solution/a");
        assertThat(all(log(), 10)).containsExactly("1 CREATE solution/a", "2 DELETE solution/a");
    }

    @Test
    void entryThatComesBack_isCreated() {
        write("One", "solution/a");
        bury("solution/a");
        write("One again", "solution/a");
        assertThat(all(log(), 10)).last().isEqualTo("3 CREATE solution/a");
    }

    @Test
    void documentOfNoEntryThatIsGone_isDeleted() {
        store.commit(
                "test",
                "a scheme",
                writer -> writer.replace(
                        iri("scheme"), List.of(Triple.create(iri("scheme"), RDF.type.asNode(), FOAF.Agent.asNode()))));
        store.commit("test", "no scheme", writer -> writer.remove(iri("scheme")));
        assertThat(all(log(), 10)).last().isEqualTo("2 DELETE scheme");
    }

    @Test
    void documentOfNoEntry_isCreatedOnceAndThenUpdated() {
        for (String name : List.of("One", "Two")) {
            store.commit(
                    "test",
                    name,
                    writer -> writer.replace(
                            iri("hub"),
                            List.of(Triple.create(
                                    iri("hub"), FOAF.name.asNode(), NodeFactory.createLiteralString(name)))));
            log().catchUp();
        }
        assertThat(all(log(), 10)).containsExactly("1 CREATE hub", "2 UPDATE hub");
    }

    @Test
    void copies_areLeftOut() {
        write("Theirs", "hub/liberec/solution/a");
        assertThat(all(log(), 10)).isEmpty();
    }

    @Test
    void pages_haveEachActivityOnceAndInOrder() {
        write("One", "solution/a", "solution/b", "solution/c", "solution/d", "solution/e");
        write("Two", "solution/b");
        bury("solution/c");
        assertThat(all(log(), 2))
                .containsExactly(
                        "1 CREATE solution/a",
                        "1 CREATE solution/b",
                        "1 CREATE solution/c",
                        "1 CREATE solution/d",
                        "1 CREATE solution/e",
                        "2 UPDATE solution/b",
                        "3 DELETE solution/c");
    }

    @Test
    void pageThatHasANextOne_staysAsItIs() {
        write("One", "solution/a");
        write("Two", "solution/a");
        write("Three", "solution/a");
        ChangeLog log = log();
        Page before = log.page(store.version(), BEGINNING, 2);
        write("Four", "solution/a");
        assertThat(log.page(store.version(), BEGINNING, 2)).isEqualTo(before);
    }

    @Test
    void page_saysUpToWhichVersionItGoes() {
        write("One", "solution/a", "solution/b");
        write("Two", "solution/a");
        ChangeLog log = log();
        assertThat(log.page(store.version(), BEGINNING, 1).until()).isEqualTo(DataVersion.NONE);
        assertThat(log.page(store.version(), BEGINNING, 2).until().number()).isEqualTo(1);
        assertThat(log.page(store.version(), BEGINNING, 9).until()).isEqualTo(store.version());
    }

    @Test
    void logThatIsOpenedAgain_goesOn() {
        write("One", "solution/a");
        log().catchUp();
        write("Two", "solution/a");
        assertThat(all(log(), 10)).containsExactly("1 CREATE solution/a", "2 UPDATE solution/a");
    }

    @Test
    void whatACrashLeftHalfWritten_isNotCounted() throws IOException {
        write("One", "solution/a");
        log().catchUp();
        Files.writeString(file(), "U\thttp://localhost:8080/solution/a\nD\thttp://loc", StandardOpenOption.APPEND);
        write("Two", "solution/a");
        assertThat(all(log(), 10)).containsExactly("1 CREATE solution/a", "2 UPDATE solution/a");
    }

    @Test
    void logThatCannotBeRead_isMadeAnew() throws IOException {
        write("One", "solution/a");
        log().catchUp();
        Files.writeString(file(), "=\tno number\tno time\n");
        assertThat(all(log(), 10)).containsExactly("1 CREATE solution/a");
    }

    @Test
    void logThatIsLostWhileItIsUsed_isMadeAnew() throws IOException {
        write("One", "solution/a");
        ChangeLog log = log();
        log.catchUp();
        Files.delete(file());
        write("Two", "solution/a");
        assertThat(all(log, 10)).containsExactly("1 CREATE solution/a", "2 UPDATE solution/a");
    }

    @Test
    void logWithLinesThatAreNone_isMadeAnew() throws IOException {
        write("One", "solution/a");
        log().catchUp();
        Files.writeString(file(), "\u0000\u0000\u0000\n=\t1\t2026-11-27T08:00:00Z\n");
        assertThat(all(log(), 10)).containsExactly("1 CREATE solution/a");
    }

    @Test
    void placeAfterTheEndOfAChange_isNone() {
        write("One", "solution/a");
        ChangeLog log = log();
        assertThatThrownBy(() -> log.page(store.version(), new Page.Place(DataVersion.NONE, 1), 10))
                .isInstanceOf(ChangeLog.NoSuchPlace.class);
    }

    @Test
    void logOfAnotherHistory_isMadeAnew() {
        write("One", "solution/a");
        log().catchUp();
        store.close();
        store = TemporaryStore.create(clock("2026-11-28T08:00:00Z"));
        write("Another", "solution/z");
        assertThat(all(log(), 10)).containsExactly("1 CREATE solution/z");
    }

    @Test
    void newest_haveEachDocumentOnceWithItsLastActivity() {
        write("One", "solution/a", "solution/b");
        write("Two", "solution/a");
        assertThat(log().newest(store.version(), 10).stream().map(ChangeLogTest::words))
                .containsExactly("2 UPDATE solution/a", "1 CREATE solution/b");
    }

    @Test
    void kinds_areReadAsTheyAreWritten() {
        assertThat(Kind.values())
                .allSatisfy(kind -> assertThat(Kind.ofLetter(kind.letter())).isEqualTo(kind));
    }
}
