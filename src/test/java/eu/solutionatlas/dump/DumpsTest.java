package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.MemoryStore;
import eu.solutionatlas.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DumpsTest {
    private static final String BASE = "http://localhost:8080/";
    private static final Node DOCUMENT = NodeFactory.createURI(BASE + "solution/one");

    @TempDir
    private Path directory;

    @Test
    @Timeout(60)
    void close_dumpIsPlanned_isNotWaitedFor() {
        try (Store store = MemoryStore.create(Clock.systemUTC())) {
            Dumps dumps =
                    new Dumps(store, new Iris(BASE), directory, new DumpSettings(Duration.ofSeconds(5), Duration.ZERO));
            while (dumps.version().isEmpty()) {
                Thread.onSpinWait();
            }
            Triple title = Triple.create(DOCUMENT, DCTerms.title.asNode(), NodeFactory.createLiteralString("One"));
            store.commit("tester", "one title", writer -> writer.replace(DOCUMENT, List.of(title)));

            dumps.close();

            assertThat(directory.toFile().list())
                    .isNotNull()
                    .satisfies(
                            files -> assertThat(Stream.of(files)).noneMatch(file -> file.contains("-000000000001.")));
        }
    }
}
