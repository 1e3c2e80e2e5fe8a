package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

class BlankNodesTest {
    private static final Node DOCUMENT = NodeFactory.createURI("http://hub.test/d");
    private static final Node P = NodeFactory.createURI("http://hub.test/p");
    private static final Node Q = NodeFactory.createURI("http://hub.test/q");

    private static Node blank() {
        return NodeFactory.createBlankNode();
    }

    private static Set<Triple> named(List<Triple> triples) {
        return Set.copyOf(BlankNodes.named(DOCUMENT, triples));
    }

    /** Two pairs whose members point at each other, all alike. */
    private static List<Triple> twins(Node a, Node b, Node c, Node d) {
        return List.of(
                Triple.create(DOCUMENT, P, a),
                Triple.create(DOCUMENT, P, b),
                Triple.create(DOCUMENT, P, c),
                Triple.create(DOCUMENT, P, d),
                Triple.create(a, Q, b),
                Triple.create(b, Q, a),
                Triple.create(c, Q, d),
                Triple.create(d, Q, c));
    }

    @Test
    void labels_doNotDependOnTheOnesThatWere() {
        List<Triple> one = twins(blank(), blank(), blank(), blank());
        List<Triple> other = twins(blank(), blank(), blank(), blank()).reversed();

        assertThat(named(one)).isEqualTo(named(other)).hasSize(8);
    }

    @Test
    void labels_differFromDocumentToDocument() {
        List<Triple> triples = List.of(Triple.create(DOCUMENT, P, blank()));

        assertThat(named(triples)).isNotEqualTo(Set.copyOf(BlankNodes.named(P, triples)));
    }

    @Test
    void single_isCalledByWhatIsSaidOfIt() {
        Node one = blank();
        Node other = blank();

        assertThat(named(List.of(Triple.create(DOCUMENT, P, one))))
                .isEqualTo(named(List.of(Triple.create(DOCUMENT, P, other))))
                .isNotEqualTo(named(List.of(Triple.create(DOCUMENT, Q, other))));
    }

    @Test
    void triplesWithoutThem_areLeftAlone() {
        List<Triple> triples = List.of(Triple.create(DOCUMENT, P, DOCUMENT));

        assertThat(BlankNodes.named(DOCUMENT, triples)).isSameAs(triples);
    }
}
