package eu.solutionatlas.rdf;

import eu.solutionatlas.rdf.vocab.AS;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** What has become of a document. */
public sealed interface Lookup {
    /** It is there. */
    record Found(Graph graph) implements Lookup {}

    /** It was merged into another one. */
    record Moved(Node replacement) implements Lookup {}

    /** It was removed; its graph is the tombstone that is kept in its place. */
    record Gone(Graph tombstone) implements Lookup {}

    /** It never was. */
    record Unknown() implements Lookup {}

    /**
     * Judges by its graph.
     *
     * @param known whether there ever was such a document
     * @param graph of the document as it is now
     */
    static Lookup of(boolean known, Graph graph) {
        if (!known) {
            return new Unknown();
        }
        boolean tombstone = graph.contains(Node.ANY, RDF.type.asNode(), AS.Tombstone);
        if (!tombstone && !graph.isEmpty()) {
            return new Found(graph);
        }
        List<Node> replacements = graph.find(Node.ANY, DCTerms.isReplacedBy.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        return replacements.isEmpty() ? new Gone(graph) : new Moved(replacements.getFirst());
    }
}
