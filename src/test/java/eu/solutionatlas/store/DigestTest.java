package eu.solutionatlas.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.vocab.AS;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Node A = NodeFactory.createURI("http://localhost/doc/a");
    private static final Node B = NodeFactory.createURI("http://localhost/doc/b");
    private static final Node OTHER = NodeFactory.createURI("http://localhost/other");

    private final Store store = TemporaryStore.create(Clock.systemUTC());
    private final List<Node> read = new ArrayList<>();
    private final Digest<String, Map<Node, String>> digest = new Digest<>(
            store, document -> document.getURI().startsWith("http://localhost/doc/"), this::label, Map::copyOf);

    @AfterEach
    void close() {
        store.close();
    }

    private Optional<String> label(Node document, Graph graph) {
        read.add(document);
        return graph
                .find(document, RDFS.label.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .findFirst();
    }

    private void write(Node document, String... labels) {
        store.commit(
                "test",
                "write",
                writer -> writer.replace(
                        document,
                        List.of(labels).stream()
                                .map(label -> Triple.create(
                                        document, RDFS.label.asNode(), NodeFactory.createLiteralString(label)))
                                .toList()));
    }

    private Map<Node, String> now() {
        return store.read(digest::at);
    }

    @Test
    void at_readsOnlyItsDocuments() {
        write(A, "one");
        write(OTHER, "other");

        assertThat(now()).isEqualTo(Map.of(A, "one"));
    }

    @Test
    void at_afterAChangeReadsOnlyWhatChanged() {
        write(A, "one");
        write(B, "two");
        now();
        read.clear();

        write(B, "three");

        assertThat(now()).isEqualTo(Map.of(A, "one", B, "three"));
        assertThat(read).containsExactly(B);
    }

    @Test
    void at_sameVersionReadsNothing() {
        write(A, "one");
        now();
        read.clear();

        now();

        assertThat(read).isEmpty();
    }

    @Test
    void at_changeElsewhereReadsNothing() {
        write(A, "one");
        now();
        read.clear();

        write(OTHER, "other");

        assertThat(now()).isEqualTo(Map.of(A, "one"));
        assertThat(read).isEmpty();
    }

    @Test
    void at_documentThatIsNoLongerKept() {
        write(A, "one");
        now();

        store.commit(
                "test",
                "remove",
                writer -> writer.replace(A, List.of(Triple.create(A, RDF.type.asNode(), AS.Tombstone))));

        assertThat(now()).isEmpty();
    }
}
