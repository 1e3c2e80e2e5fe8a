package eu.solutionatlas.dump.table;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.OntologyFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What columns and properties mean, in the words of the ontology. */
public final class Words {
    private final Graph ontology;

    private Words(Graph ontology) {
        this.ontology = ontology;
    }

    /** Those of the ontology that this program publishes. */
    public static Words published() {
        Graph ontology = OntologyFiles.graphs().get(NodeFactory.createURI(Iris.SHARED + "ns"));
        if (ontology == null) {
            throw new IllegalStateException("the program was built without its ontology");
        }
        return new Words(ontology);
    }

    /** What a term is called; its IRI where the ontology has no name for it. */
    public String label(Node term, String language) {
        return Labels.of(ontology, term, RDFS.label.asNode())
                .in(language, term.toString())
                .text();
    }

    /** What a term means, in exactly this language; empty where the ontology does not say it in it. */
    String comment(Node term, String language) {
        return Stream.of(RDFS.comment, SKOS.scopeNote)
                .map(property -> Labels.of(ontology, term, property.asNode()))
                .filter(labels -> !labels.isEmpty())
                .findFirst()
                .flatMap(labels -> Optional.ofNullable(labels.byLanguage().get(language)))
                .orElse("");
    }

    /** All terms that have a name, in the order of their IRIs. */
    List<Node> terms() {
        return ontology
                .find(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .toSet()
                .stream()
                .filter(Node::isURI)
                .sorted(java.util.Comparator.comparing(Node::getURI))
                .toList();
    }

    /** What a column holds. */
    String english(Column column) {
        return described(column, column.english(), "en");
    }

    String german(Column column) {
        return described(column, column.german(), "de");
    }

    private String described(Column column, String note, String language) {
        String meaning = column.property()
                .map(property -> capital(label(property, language)) + ". " + comment(property, language))
                .orElse("");
        return (meaning.strip() + " " + note).strip();
    }

    private static String capital(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(java.util.Locale.ROOT) + text.substring(first);
    }
}
