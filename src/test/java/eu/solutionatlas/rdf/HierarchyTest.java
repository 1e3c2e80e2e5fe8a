package eu.solutionatlas.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class HierarchyTest {
    private static final Node EUROPE = node("europe");
    private static final Node SAXONY = node("saxony");
    private static final Node LEIPZIG = node("leipzig");
    private static final Node DRESDEN = node("dresden");

    private final Graph graph = GraphFactory.createDefaultGraph();

    private static Node node(String name) {
        return NodeFactory.createURI("urn:" + name);
    }

    private Hierarchy tree() {
        broader(SAXONY, EUROPE);
        broader(LEIPZIG, SAXONY);
        broader(DRESDEN, SAXONY);
        return Hierarchy.of(graph);
    }

    private void broader(Node narrow, Node broad) {
        graph.add(Triple.create(narrow, SKOS.broader.asNode(), broad));
    }

    @Test
    void upwards_nearestFirst() {
        assertThat(tree().upwards(LEIPZIG)).containsExactly(LEIPZIG, SAXONY, EUROPE);
    }

    @Test
    void downwards_all() {
        assertThat(tree().downwards(EUROPE)).containsExactlyInAnyOrder(EUROPE, SAXONY, LEIPZIG, DRESDEN);
    }

    @Test
    void count_oncePerThingAndRoof() {
        assertThat(tree().count(Stream.of(List.of(LEIPZIG, DRESDEN), List.of(SAXONY))))
                .containsEntry(EUROPE, 2)
                .containsEntry(SAXONY, 2)
                .containsEntry(LEIPZIG, 1);
    }

    @Test
    void cycle_ends() {
        broader(EUROPE, LEIPZIG);

        assertThat(tree().upwards(EUROPE)).hasSize(3);
    }
}
