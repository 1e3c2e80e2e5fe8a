package eu.solutionatlas.dump.table;

import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What a row of a table is made of.
 *
 * @param graph of the document
 * @param thing that the row is about
 * @param record the subject of what is said of the entry as such
 * @param other what the row is about besides, as the adopter of an adoption; else the thing itself
 * @param names of concepts, regions and entries
 */
record Row(Graph graph, Node thing, Node record, Node other, Names names) {
    private static final Comparator<Node> IN_ORDER = Comparator.comparing(Node::toString);

    /** The values of a property, in the order of their IRIs or texts, so that columns of the same property fit together. */
    Stream<Node> values(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(IN_ORDER);
    }

    /** The text in one language; empty when there is none in it. */
    List<String> text(Node property, String language) {
        String text = Labels.of(graph, thing, property).byLanguage().get(language);
        return text == null ? List.of() : List.of(text);
    }

    /** What a thing is called in exactly this language, else in whatever language it has a name, else its IRI. */
    String name(Node named, String language) {
        return names.of(named).in(language, named.toString()).text();
    }
}
