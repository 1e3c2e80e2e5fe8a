package eu.solutionatlas.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a dataset whose commits fail as they do when a disk does: after the journal entry was sealed. */
class FailingCommitTest {
    private static final Node DOCUMENT = NodeFactory.createURI("http://localhost:8080/solution/one");
    private static final Triple TITLE =
            Triple.create(DOCUMENT, DCTerms.title.asNode(), NodeFactory.createLiteralString("One"));

    @TempDir
    Path directory;

    private DatasetGraph database;
    private Store store;

    @BeforeEach
    void open() {
        database = DatabaseMgr.connectDatasetGraph(Location.create(directory.resolve("store")));
        store = new DatasetStore(
                new FailingDisk(database),
                new FileJournal(directory.resolve("journal")),
                Clock.systemUTC(),
                SpaceCheck.NONE,
                new MemoryBacking(database));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void commit_fails_tellsWhatWillBecomeOfTheChange() {
        assertThatThrownBy(this::write)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("safe in the journal as data version 1")
                .hasMessageContaining("fault in an unsafe memory access")
                .hasMessageContaining("restart");
    }

    @Test
    void commit_fails_isSeenByNobodyUntilTheNextOpening() {
        assertThatThrownBy(this::write).isInstanceOf(StoreException.class);

        assertThat(store.version().number()).isZero();
        assertThat(titles(store)).isZero();
    }

    @Test
    void commit_afterAFailedOne_isRefusedAndHealthSaysSo() {
        assertThatThrownBy(this::write).isInstanceOf(StoreException.class);

        assertThatThrownBy(this::write).isInstanceOf(StoreException.class).hasMessageContaining("takes no changes");
        assertThat(store.concern())
                .hasValueSatisfying(concern -> assertThat(concern).contains("restart"));
    }

    @Test
    void open_afterAFailedCommit_hasTheChange() {
        assertThatThrownBy(this::write).isInstanceOf(StoreException.class);
        store.close();

        try (Store reopened = TdbStore.open(directory, Clock.systemUTC(), new StoreSettings(0, Duration.ZERO, 0))) {
            assertThat(reopened.version().number()).isEqualTo(1);
            assertThat(titles(reopened)).isEqualTo(1);
        }
    }

    private void write() {
        store.commit("tester", "one title", writer -> writer.replace(DOCUMENT, List.of(TITLE)));
    }

    private static int titles(Store store) {
        return store.read(snapshot -> snapshot.graph(DOCUMENT).size());
    }

    private static final class FailingDisk extends DatasetGraphWrapper {
        FailingDisk(DatasetGraph database) {
            super(database);
        }

        @Override
        public void commit() {
            if (isInTransaction() && transactionMode() == ReadWrite.WRITE) {
                throw new InternalError("a fault in an unsafe memory access");
            }
            super.commit();
        }
    }
}
