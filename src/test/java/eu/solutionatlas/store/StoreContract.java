package eu.solutionatlas.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.rdf.DataVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. */
abstract class StoreContract {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    static final Node ONE = NodeFactory.createURI("http://localhost:8080/solution/one");
    static final Node TWO = NodeFactory.createURI("http://localhost:8080/solution/two");

    Store store;

    abstract Store create();

    @BeforeEach
    void open() {
        store = create();
    }

    @AfterEach
    void close() {
        store.close();
    }

    static Triple titled(Node document, String title) {
        return Triple.create(document, DCTerms.title.asNode(), NodeFactory.createLiteralString(title));
    }

    CommitOutcome write(Node document, Triple... triples) {
        return store.commit("tester", "a test", writer -> writer.replace(document, List.of(triples)));
    }

    List<Triple> read(Node document) {
        return store.read(snapshot -> snapshot.graph(document).find().toList());
    }

    @Test
    void removedDocument_leavesNoTrace() {
        write(ONE, titled(ONE, "one"));

        store.commit("tester", "a test", writer -> writer.remove(ONE));

        assertThat(store.<Boolean>read(snapshot -> snapshot.contains(ONE))).isFalse();
        assertThat(read(ONE)).isEmpty();
    }

    @Test
    void removedDocument_isAmongTheChanged() {
        write(ONE, titled(ONE, "one"));

        CommitOutcome outcome = store.commit("tester", "a test", writer -> writer.remove(ONE));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CommitOutcome.Committed.class,
                        committed -> assertThat(committed.change().documents()).containsExactly(ONE));
    }

    @Test
    void unknownDocumentRemoved_isNoChange() {
        assertThat(store.commit("tester", "a test", writer -> writer.remove(ONE)))
                .isInstanceOf(CommitOutcome.Unchanged.class);
    }

    private static Triple about(Node record, Node thing) {
        return Triple.create(record, FOAF.primaryTopic.asNode(), thing);
    }

    @Test
    void documentAbout_isTheOneThatSaysSo() {
        Node thing = NodeFactory.createURI("https://elsewhere.example/id/x");
        write(ONE, titled(ONE, "one"));
        write(TWO, about(NodeFactory.createURI("https://elsewhere.example/x"), thing));

        assertThat(store.<Optional<Node>>read(snapshot -> snapshot.documentAbout(thing)))
                .hasValue(TWO);
    }

    @Test
    void documentAbout_severalSaySo_isTheFirstByName() {
        Node thing = NodeFactory.createURI("https://elsewhere.example/id/x");
        write(TWO, about(TWO, thing));
        write(ONE, about(ONE, thing));

        assertThat(store.<Optional<Node>>read(snapshot -> snapshot.documentAbout(thing)))
                .hasValue(ONE);
    }

    @Test
    void documentAbout_nobodySaysSo_isNone() {
        write(ONE, about(ONE, TWO));

        assertThat(store.<Optional<Node>>read(snapshot -> snapshot.documentAbout(ONE)))
                .isEmpty();
    }

    @Test
    void version_neverWritten() {
        assertThat(store.version()).isEqualTo(DataVersion.NONE);
    }

    @Test
    void commit_newDocument_isVisible() {
        write(ONE, titled(ONE, "first"));

        assertThat(read(ONE)).containsExactly(titled(ONE, "first"));
    }

    @Test
    void commit_newDocument_makesVersionOne() {
        CommitOutcome outcome = write(ONE, titled(ONE, "first"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CommitOutcome.Committed.class,
                        committed -> assertThat(committed.change().version())
                                .isEqualTo(new DataVersion(1, CLOCK.instant())));
    }

    @Test
    void commit_replacement_leavesNothingOfTheOldGraph() {
        write(ONE, titled(ONE, "first"), titled(ONE, "also first"));

        write(ONE, titled(ONE, "second"));

        assertThat(read(ONE)).containsExactly(titled(ONE, "second"));
    }

    @Test
    void commit_sameTriples_isNoNewVersion() {
        write(ONE, titled(ONE, "first"));

        CommitOutcome outcome = write(ONE, titled(ONE, "first"));

        assertThat(outcome).isEqualTo(new CommitOutcome.Unchanged(store.version()));
        assertThat(store.version().number()).isEqualTo(1);
    }

    @Test
    void commit_sameButForBlankNodes_isNoNewVersion() {
        write(ONE, titled(NodeFactory.createBlankNode(), "nameless"));

        CommitOutcome outcome = write(ONE, titled(NodeFactory.createBlankNode(), "nameless"));

        assertThat(outcome).isInstanceOf(CommitOutcome.Unchanged.class);
    }

    @Test
    void commit_writingThrows_changesNothing() {
        write(ONE, titled(ONE, "first"));

        assertThatThrownBy(() -> store.commit("tester", "fails", writer -> {
                    writer.replace(ONE, List.of(titled(ONE, "second")));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(read(ONE)).containsExactly(titled(ONE, "first"));
        assertThat(store.version().number()).isEqualTo(1);
        assertThat(store.changes(DataVersion.NONE, store.version())).hasSize(1);
    }

    @Test
    void commit_afterAFailedOne_succeeds() {
        assertThatThrownBy(() -> store.commit("tester", "fails", writer -> {
            throw new IllegalStateException();
        }));

        assertThat(write(ONE, titled(ONE, "first"))).isInstanceOf(CommitOutcome.Committed.class);
    }

    @Test
    void commit_emptyGraph_isRefused() {
        assertThatThrownBy(() -> write(ONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void expect_unchangedDocument_goesOn() {
        write(ONE, titled(ONE, "first"));

        CommitOutcome outcome = store.commit("tester", "edit", writer -> {
            writer.expect(ONE, Optional.of(1L));
            writer.replace(ONE, List.of(titled(ONE, "second")));
        });

        assertThat(outcome).isInstanceOf(CommitOutcome.Committed.class);
    }

    @Test
    void expect_staleVersion_writesNothing() {
        write(ONE, titled(ONE, "first"));
        write(ONE, titled(ONE, "second"));

        CommitOutcome outcome = store.commit("tester", "edit", writer -> {
            writer.replace(TWO, List.of(titled(TWO, "beside")));
            writer.expect(ONE, Optional.of(1L));
        });

        assertThat(outcome).isEqualTo(new CommitOutcome.Stale(ONE, Optional.of(2L)));
        assertThat(read(TWO)).isEmpty();
    }

    @Test
    void expect_noneButThereIsOne_isStale() {
        write(ONE, titled(ONE, "first"));

        CommitOutcome outcome = store.commit("tester", "new", writer -> writer.expect(ONE, Optional.empty()));

        assertThat(outcome).isEqualTo(new CommitOutcome.Stale(ONE, Optional.of(1L)));
    }

    @Test
    void versionOf_documentChangedLater_keepsItsOwn() {
        write(ONE, titled(ONE, "first"));
        write(TWO, titled(TWO, "second"));

        Optional<DataVersion> version = store.read(snapshot -> snapshot.versionOf(ONE));

        assertThat(version).map(DataVersion::number).contains(1L);
    }

    @Test
    void read_whileWriting_seesTheOldState() {
        write(ONE, titled(ONE, "first"));
        List<Object> seen = new ArrayList<>();

        store.commit("tester", "edit", writer -> {
            writer.replace(ONE, List.of(titled(ONE, "second")));
            Thread reader = new Thread(() -> seen.addAll(read(ONE)));
            reader.start();
            join(reader);
        });

        assertThat(seen).containsExactly(titled(ONE, "first"));
    }

    @Test
    void onChange_toldAfterTheCommit() {
        List<Object> seen = new ArrayList<>();
        store.onChange(change -> {
            seen.add(change.documents());
            seen.add(store.version());
        });

        write(ONE, titled(ONE, "first"));

        assertThat(seen).containsExactly(java.util.Set.of(ONE), new DataVersion(1, CLOCK.instant()));
    }

    @Test
    void onChange_listenerThrows_changeStands() {
        store.onChange(change -> {
            throw new IllegalStateException("broken listener");
        });

        assertThat(write(ONE, titled(ONE, "first"))).isInstanceOf(CommitOutcome.Committed.class);
        assertThat(read(ONE)).hasSize(1);
    }

    @Test
    void changes_tellsEachOnce() {
        write(ONE, titled(ONE, "first"));
        write(TWO, titled(TWO, "second"));
        write(ONE, titled(ONE, "third"));

        List<Change> changes = store.changes(new DataVersion(1, CLOCK.instant()), store.version())
                .toList();

        assertThat(changes)
                .containsExactly(
                        new Change(new DataVersion(2, CLOCK.instant()), "tester", "a test", java.util.Set.of(TWO)),
                        new Change(new DataVersion(3, CLOCK.instant()), "tester", "a test", java.util.Set.of(ONE)));
    }

    @Test
    void version_ofANumber_hasTheTimeOfThatChange() {
        write(ONE, titled(ONE, "first"));
        write(ONE, titled(ONE, "second"));

        assertThat(store.version(1)).contains(new DataVersion(1, CLOCK.instant()));
    }

    @Test
    void version_ofANumberThatIsNotThereYet_isUnknown() {
        write(ONE, titled(ONE, "first"));

        assertThat(store.version(2)).isEmpty();
    }

    @Test
    void documents_listsEachOnce() {
        write(ONE, titled(ONE, "first"));
        write(ONE, titled(ONE, "second"));
        write(TWO, titled(TWO, "second"));

        List<Node> documents = store.read(snapshot -> snapshot.documents()
                .sorted(java.util.Comparator.comparing(Node::getURI))
                .toList());

        assertThat(documents).containsExactly(ONE, TWO);
    }

    @Test
    void select_queriesTheUnionOfDocuments() {
        write(ONE, titled(ONE, "first"));
        write(TWO, titled(TWO, "second"));
        Query query = QueryFactory.create("SELECT ?d { ?d ?p ?title }");

        List<Node> found = store.read(snapshot ->
                snapshot.select(query, Map.of("title", NodeFactory.createLiteralString("second"))).stream()
                        .map(row -> row.get("d"))
                        .toList());

        assertThat(found).containsExactly(TWO);
    }

    @Test
    void select_doesNotSeeTheVersionLedger() {
        write(ONE, titled(ONE, "first"));
        Query query = QueryFactory.create("SELECT * { ?s ?p ?o }");

        long rows =
                store.read(snapshot -> snapshot.select(query, Map.of()).stream().count());

        assertThat(rows).isEqualTo(1);
    }

    @Test
    void construct_outlivesTheSnapshot() {
        write(ONE, titled(ONE, "first"));
        Query query = QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }");

        Graph graph = store.read(snapshot -> snapshot.construct(query, Map.of()));

        assertThat(graph.find().toList()).containsExactly(titled(ONE, "first"));
    }

    @Test
    void compact_keepsEverything() {
        write(ONE, titled(ONE, "first"));
        write(ONE, titled(ONE, "second"));

        store.compact(() -> false);

        assertThat(read(ONE)).containsExactly(titled(ONE, "second"));
        assertThat(store.version().number()).isEqualTo(2);
    }

    @Test
    void compact_queriesStillSeeTheUnion() {
        write(ONE, titled(ONE, "first"));

        store.compact(() -> false);

        Query query = QueryFactory.create("SELECT * { ?s ?p ?o }");
        assertThat(store.<Long>read(
                        snapshot -> snapshot.select(query, Map.of()).stream().count()))
                .isEqualTo(1);
    }

    @Test
    void compact_thenWriting_goesOn() {
        write(ONE, titled(ONE, "first"));
        store.compact(() -> false);

        write(ONE, titled(ONE, "second"));

        assertThat(read(ONE)).containsExactly(titled(ONE, "second"));
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
