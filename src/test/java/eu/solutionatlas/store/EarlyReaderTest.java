package eu.solutionatlas.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

/** Readers that see a commit in the moment before the store itself knows that it has ended. */
class EarlyReaderTest {
    private static final Node DOCUMENT = NodeFactory.createURI("http://localhost:8080/solution/one");
    private static final Triple TITLE =
            Triple.create(DOCUMENT, DCTerms.title.asNode(), NodeFactory.createLiteralString("One"));

    private final DatasetGraph database = DatabaseMgr.createDatasetGraph();
    private final Watched dataset = new Watched(database);
    private Store store;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        store = new DatasetStore(
                dataset, new FileJournal(directory), Clock.systemUTC(), SpaceCheck.NONE, new MemoryBacking(database));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void digest_readEarly_isOfWhatTheReaderSees() {
        Digest<String, Set<String>> titles = new Digest<>(
                store,
                DOCUMENT::equals,
                (document, graph) -> Optional.of(graph.find().next().getObject().getLiteralLexicalForm()),
                (Map<Node, String> all) -> Set.copyOf(all.values()));
        store.read(titles::at);
        dataset.afterCommit =
                () -> CompletableFuture.runAsync(() -> store.read(titles::at)).join();

        store.commit("tester", "one title", writer -> writer.replace(DOCUMENT, List.of(TITLE)));

        assertThat(store.<Set<String>>read(titles::at)).containsExactly("One");
    }

    private static final class Watched extends DatasetGraphWrapper {
        private Runnable afterCommit = () -> {};

        Watched(DatasetGraph database) {
            super(database);
        }

        @Override
        public void commit() {
            boolean writes = isInTransaction() && transactionMode() == ReadWrite.WRITE;
            super.commit();
            if (writes) {
                afterCommit.run();
            }
        }
    }
}
