package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.rdf.vocab.AS;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * A document of a set: what it is, what it is called, and a hash of what it says. Depends on nothing but its triples, so
 * that two sets can be compared whoever wrote them and whatever versions their catalogues counted.
 *
 * @param document its IRI, which is the name of its graph
 * @param hub the short name of the partner that it was copied from; empty for this hub's own
 * @param kind {@code solution}, {@code actor}, {@code gone} for a tombstone, or {@code other}
 * @param hash the first 32 digits of the SHA-256, in hexadecimal, of its triples as sorted N-Triples
 * @param names what it is about is called, by language tag, which is empty for a name in no language; none when unknown
 */
record InventoryLine(String document, Optional<String> hub, String kind, String hash, SortedMap<String, String> names) {
    static final String SOLUTION = "solution";
    static final String ACTOR = "actor";
    static final String GONE = "gone";
    static final String OTHER = "other";

    /** In the head of the file; the last column has the first name in a language that has no column. */
    static final List<String> HEAD = head();

    private static final int BEFORE_NAMES = 4;

    private static List<String> head() {
        List<String> head = new ArrayList<>(List.of("document", "hub", "kind", "hash"));
        Labels.FALLBACK.forEach(language -> head.add("name_" + language));
        head.add("name");
        return List.copyOf(head);
    }

    static InventoryLine of(Iris iris, Optional<String> hub, Node document, Graph graph, String hash) {
        if (graph.contains(Node.ANY, RDF.type.asNode(), AS.Tombstone)) {
            return new InventoryLine(document.getURI(), hub, GONE, hash, new TreeMap<>());
        }
        Optional<Topic> topic = Topic.of(iris, document, graph);
        String kind = topic.map(Topic::kind)
                .filter(one -> one.equals(SOLUTION) || one.equals(ACTOR))
                .orElse(OTHER);
        return new InventoryLine(
                document.getURI(),
                hub,
                kind,
                hash,
                topic.map(one -> names(graph, one.thing())).orElseGet(TreeMap::new));
    }

    /** Those in the languages of our pages; only where there is none of these, the first in another. */
    private static SortedMap<String, String> names(Graph graph, Node thing) {
        Labels title = Labels.of(graph, thing, DCTerms.title.asNode());
        Labels labels = title.isEmpty() ? Labels.of(graph, thing, FOAF.name.asNode()) : title;
        SortedMap<String, String> names = new TreeMap<>(labels.byLanguage());
        names.keySet().retainAll(Labels.FALLBACK);
        if (names.isEmpty()) {
            labels.in("en").ifPresent(label -> names.put("", label.text()));
        }
        return names;
    }

    boolean isGone() {
        return kind.equals(GONE);
    }

    /** Cells between tabs. */
    String text() {
        List<String> cells = new ArrayList<>(List.of(document, hub.orElse(""), kind, hash));
        Labels.FALLBACK.forEach(language -> cells.add(cell(names.getOrDefault(language, ""))));
        cells.add(cell(names.getOrDefault("", "")));
        return String.join("\t", cells);
    }

    /** What ends a cell or a line for some reader would part a name in two. */
    private static String cell(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    /** @throws IOException when this is no such line */
    static InventoryLine parse(String text) throws IOException {
        String[] cells = text.split("\t", -1);
        if (cells.length != HEAD.size()) {
            throw new IOException("a line has " + cells.length + " cells instead of " + HEAD.size());
        }
        SortedMap<String, String> names = new TreeMap<>();
        for (int column = BEFORE_NAMES; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                int language = column - BEFORE_NAMES;
                names.put(language < Labels.FALLBACK.size() ? Labels.FALLBACK.get(language) : "", cells[column]);
            }
        }
        Optional<String> hub = cells[1].isEmpty() ? Optional.empty() : Optional.of(cells[1]);
        return new InventoryLine(cells[0], hub, cells[2], cells[3], names);
    }
}
