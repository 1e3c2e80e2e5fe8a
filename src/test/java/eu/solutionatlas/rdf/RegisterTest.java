package eu.solutionatlas.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static final Node ENERGY = NodeFactory.createURI("urn:energy");
    private static final Node TRAFFIC = NodeFactory.createURI("urn:traffic");

    private record Entry(Node thing, Labels title, Collection<Node> links) implements Listed {}

    private static Entry entry(String name, String english, String german, Node... links) {
        TreeMap<String, String> titles = new TreeMap<>();
        titles.put("en", english);
        titles.put("de", german);
        return new Entry(NodeFactory.createURI("urn:" + name), new Labels(titles), List.of(links));
    }

    private final Register<Entry> register = Register.of(List.of(
            entry("a", "Zebra", "Äpfel", ENERGY),
            entry("b", "apple", "Zebra", ENERGY, TRAFFIC),
            entry("c", "Éclair", "Birne", TRAFFIC)));

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(entry -> entry.thing().getURI()).toList();
    }

    @Test
    void all_inTheOrderOfTheLanguage() {
        assertThat(names(register.all("en"))).containsExactly("urn:b", "urn:c", "urn:a");
        assertThat(names(register.all("de"))).containsExactly("urn:a", "urn:c", "urn:b");
    }

    @Test
    void linkedTo_byTitle() {
        assertThat(names(register.linkedTo(ENERGY, "en"))).containsExactly("urn:b", "urn:a");
    }

    @Test
    void linkedToAny_eachOnce() {
        assertThat(names(register.linkedToAny(Set.of(ENERGY, TRAFFIC), "en")))
                .containsExactly("urn:b", "urn:c", "urn:a");
    }

    @Test
    void linkedTo_nothing() {
        assertThat(register.linkedTo(NodeFactory.createURI("urn:x"), "en")).isEmpty();
    }
}
