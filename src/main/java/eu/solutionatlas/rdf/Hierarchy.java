package eu.solutionatlas.rdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

/** Concepts in a tree or a lattice, as {@code skos:broader} puts them. Cycles in the data do no harm. */
public final class Hierarchy {
    private final Map<Node, List<Node>> broader = new HashMap<>();
    private final Map<Node, List<Node>> narrower = new HashMap<>();

    /** The broader statements of a scheme. */
    public static Hierarchy of(Graph scheme) {
        Hierarchy hierarchy = new Hierarchy();
        scheme.find(Node.ANY, SKOS.broader.asNode(), Node.ANY)
                .forEach(triple -> hierarchy.add(triple.getSubject(), triple.getObject()));
        return hierarchy;
    }

    private void add(Node narrow, Node broad) {
        broader.computeIfAbsent(narrow, none -> new ArrayList<>()).add(broad);
        narrower.computeIfAbsent(broad, none -> new ArrayList<>()).add(narrow);
    }

    /** Those directly above. */
    public List<Node> broader(Node concept) {
        return broader.getOrDefault(concept, List.of());
    }

    /** Those directly below. */
    public List<Node> narrower(Node concept) {
        return narrower.getOrDefault(concept, List.of());
    }

    /** Whether any concept lies below another. */
    public boolean hasLevels() {
        return !narrower.isEmpty();
    }

    /** The concept and all above it, nearest first. */
    public Set<Node> upwards(Node concept) {
        return reach(concept, broader);
    }

    /** The concept and all below it. */
    public Set<Node> downwards(Node concept) {
        return reach(concept, narrower);
    }

    /**
     * How many things concern each concept or one below it.
     *
     * @param things the concepts of each thing; a thing with two concepts under one roof counts there once
     */
    public Map<Node, Integer> count(Stream<? extends Collection<Node>> things) {
        Map<Node, Integer> counts = new HashMap<>();
        things.forEach(concepts -> {
            Set<Node> roofs = new HashSet<>();
            concepts.forEach(concept -> roofs.addAll(upwards(concept)));
            roofs.forEach(concept -> counts.merge(concept, 1, Integer::sum));
        });
        return counts;
    }

    private static Set<Node> reach(Node start, Map<Node, List<Node>> edges) {
        Set<Node> reached = new LinkedHashSet<>();
        List<Node> layer = List.of(start);
        while (!layer.isEmpty()) {
            List<Node> next = new ArrayList<>();
            for (Node node : layer) {
                if (reached.add(node)) {
                    next.addAll(edges.getOrDefault(node, List.of()));
                }
            }
            layer = next;
        }
        return reached;
    }
}
