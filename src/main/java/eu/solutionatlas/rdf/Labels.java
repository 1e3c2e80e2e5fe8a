package eu.solutionatlas.rdf;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * All the texts of one property of one thing, by language. The choice for a reader is made here and nowhere else, so
 * that page, list, tree and file name a thing alike: the reader's language, then {@link #FALLBACK}, then no language,
 * then the first tag in alphabetical order.
 *
 * @param byLanguage language tag (lower case, empty for none) to text
 */
public record Labels(SortedMap<String, String> byLanguage) {
    /** The order in which other languages stand in for one that is missing. */
    public static final List<String> FALLBACK = List.of("en", "de", "pl", "cs");

    /** No text at all. */
    public static final Labels NONE = new Labels(new TreeMap<>());

    public Labels {
        byLanguage = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    /** The literals of a property in a graph. */
    public static Labels of(Graph graph, Node subject, Node property) {
        TreeMap<String, String> found = new TreeMap<>();
        Iterator<Triple> triples = graph.find(subject, property, Node.ANY);
        while (triples.hasNext()) {
            add(found, triples.next().getObject());
        }
        return new Labels(found);
    }

    /** These literals; other nodes are left out. */
    public static Labels of(Collection<Node> literals) {
        TreeMap<String, String> found = new TreeMap<>();
        literals.forEach(literal -> add(found, literal));
        return new Labels(found);
    }

    private static void add(TreeMap<String, String> found, Node node) {
        if (node.isLiteral()) {
            // Two texts in one language: the alphabetically first, so that the choice does not depend on storage order.
            found.merge(
                    node.getLiteralLanguage().toLowerCase(java.util.Locale.ROOT),
                    node.getLiteralLexicalForm(),
                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    /** States these texts in a graph. */
    public void addTo(Graph graph, Node subject, Node property) {
        byLanguage.forEach((language, text) ->
                graph.add(Triple.create(subject, property, NodeFactory.createLiteralLang(text, language))));
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** The text for a reader of this language; empty only when there is no text in any. */
    public Optional<Label> in(String language) {
        Optional<Label> exact = exactly(language);
        if (exact.isPresent()) {
            return exact;
        }
        for (String other : FALLBACK) {
            Optional<Label> found = exactly(other);
            if (found.isPresent()) {
                return found;
            }
        }
        return byLanguage.entrySet().stream().findFirst().map(entry -> new Label(entry.getValue(), entry.getKey()));
    }

    /** The text for a reader of this language, or this when there is no text in any. */
    public Label in(String language, String otherwise) {
        return in(language).orElse(new Label(otherwise, ""));
    }

    private Optional<Label> exactly(String language) {
        return Optional.ofNullable(byLanguage.get(language)).map(text -> new Label(text, language));
    }
}
