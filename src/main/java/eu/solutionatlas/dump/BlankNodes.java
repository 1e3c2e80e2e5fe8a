package eu.solutionatlas.dump;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * Labels for blank nodes that follow from what is said of them, so that the same data has the same bytes whatever a store
 * called them. Each starts alike and is told apart by its neighbours, round after round, until no round tells more; of
 * nodes that are still alike one is picked out and the rounds go on. Which one is picked makes no difference where the
 * nodes can be exchanged for one another, as they can in all but contrived graphs.
 */
final class BlankNodes {
    private static final int LABEL = 20;

    private final List<Triple> triples;
    private final Map<Node, List<Triple>> touching = new HashMap<>();
    private Map<Node, String> colours = new HashMap<>();

    private BlankNodes(Node document, List<Triple> triples) {
        this.triples = triples;
        for (Triple triple : triples) {
            blanks(triple)
                    .distinct()
                    .forEach(node -> touching.computeIfAbsent(node, none -> new ArrayList<>())
                            .add(triple));
        }
        // Documents stand together in a file, where a label is one node's.
        touching.keySet().forEach(node -> colours.put(node, hash(document.toString())));
    }

    /** The triples of a document with such labels; the same list when there are no blank nodes. */
    static List<Triple> named(Node document, List<Triple> triples) {
        if (triples.stream().flatMap(BlankNodes::blanks).findAny().isEmpty()) {
            return triples;
        }
        BlankNodes nodes = new BlankNodes(document, triples);
        nodes.tellApart();
        return nodes.renamed();
    }

    private static Stream<Node> blanks(Triple triple) {
        return Stream.of(triple.getSubject(), triple.getObject()).filter(Node::isBlank);
    }

    private void tellApart() {
        int kinds = refine();
        while (kinds < touching.size()) {
            Node picked = firstAlike();
            colours.put(picked, hash("picked " + colours.get(picked)));
            kinds = refine();
        }
    }

    /** @return how many kinds of nodes there are now */
    private int refine() {
        int before = 0;
        int kinds = kinds();
        while (kinds > before && kinds < touching.size()) {
            before = kinds;
            step();
            kinds = kinds();
        }
        if (before == 0) {
            step(); // a single blank node, too, is called by what is said of it
        }
        return kinds();
    }

    private int kinds() {
        return new HashSet<>(colours.values()).size();
    }

    private void step() {
        Map<Node, String> next = new HashMap<>();
        touching.forEach((node, around) -> {
            List<String> said = new ArrayList<>();
            around.forEach(triple -> said.add(seenFrom(node, triple.getSubject()) + " "
                    + NodeFmtLib.strNT(triple.getPredicate()) + " " + seenFrom(node, triple.getObject())));
            said.sort(null);
            next.put(node, hash(colours.get(node) + "\n" + String.join("\n", said)));
        });
        colours = next;
    }

    private String seenFrom(Node here, Node node) {
        if (node.equals(here)) {
            return "_:here";
        }
        return node.isBlank() ? "_:" + colours.get(node) : NodeFmtLib.strNT(node);
    }

    /** One of those that have a colour with others in common, of the first such colour. */
    private Node firstAlike() {
        Map<String, Set<Node>> byColour = new TreeMap<>();
        colours.forEach((node, colour) ->
                byColour.computeIfAbsent(colour, none -> new HashSet<>()).add(node));
        return byColour.values().stream()
                .filter(nodes -> nodes.size() > 1)
                .flatMap(Collection::stream)
                .findFirst()
                .orElseThrow();
    }

    private List<Triple> renamed() {
        return triples.stream()
                .map(triple ->
                        Triple.create(renamed(triple.getSubject()), triple.getPredicate(), renamed(triple.getObject())))
                .toList();
    }

    private Node renamed(Node node) {
        return node.isBlank()
                ? NodeFactory.createBlankNode(colours.getOrDefault(node, "").substring(0, LABEL))
                : node;
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(OutputFile.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
