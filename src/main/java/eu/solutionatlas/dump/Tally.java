package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Scheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/** Counts how often values occur, exactly and with what lies below them. */
final class Tally {
    private static final Comparator<Node> IN_ORDER = Comparator.comparing(Node::toString);

    private final Optional<Scheme> scheme;
    private final Map<Node, Long> exactly = new HashMap<>();
    private final Map<Node, Long> withBelow = new HashMap<>();
    private long none;

    /** Of values that have no tree and no names. */
    Tally() {
        this.scheme = Optional.empty();
    }

    /** @param scheme names the values and says how they lie under one another */
    Tally(Scheme scheme) {
        this.scheme = Optional.of(scheme);
    }

    /** Adds a thing with its values. */
    void add(Collection<Node> values) {
        none += values.isEmpty() ? 1 : 0;
        Set<Node> roofs = new HashSet<>();
        for (Node value : Set.copyOf(values)) {
            exactly.merge(value, 1L, Long::sum);
            roofs.addAll(scheme.map(tree -> tree.hierarchy().upwards(value)).orElse(Set.of(value)));
        }
        roofs.forEach(roof -> withBelow.merge(roof, 1L, Long::sum));
    }

    /** How many things have no value. */
    long none() {
        return none;
    }

    /** All that occur: the tree from its top, in the order of the IRIs; then what is not in it. */
    List<Figures.Count> counts() {
        List<Figures.Count> counts = new ArrayList<>();
        Set<Node> done = new HashSet<>();
        scheme.ifPresent(tree -> collect(tree, tree.top(), 0, done, counts));
        withBelow.keySet().stream()
                .filter(value -> !done.contains(value))
                .sorted(IN_ORDER)
                .forEach(value -> counts.add(count(value, 0)));
        return counts;
    }

    private void collect(Scheme tree, List<Node> values, int level, Set<Node> done, List<Figures.Count> counts) {
        values.stream().sorted(IN_ORDER).forEach(value -> {
            if (withBelow.containsKey(value) && done.add(value)) {
                counts.add(count(value, level));
                collect(tree, tree.hierarchy().narrower(value), level + 1, done, counts);
            }
        });
    }

    private Figures.Count count(Node value, int level) {
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
        Labels names = scheme.map(tree -> tree.of(value)).orElse(Labels.NONE);
        return new Figures.Count(
                text,
                text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1),
                level,
                new TreeMap<>(names.byLanguage()),
                exactly.getOrDefault(value, 0L),
                withBelow.getOrDefault(value, 0L));
    }
}
