package eu.solutionatlas.store;

import eu.solutionatlas.rdf.vocab.AS;
import java.util.Iterator;
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

    /** Looks a document up. What is found is valid inside the snapshot's read. */
    static Lookup of(Snapshot snapshot, Node document) {
        if (!snapshot.contains(document)) {
            return new Unknown();
        }
        Graph graph = snapshot.graph(document);
        if (!graph.contains(Node.ANY, RDF.type.asNode(), AS.Tombstone)) {
            return graph.isEmpty() ? new Gone(graph) : new Found(graph);
        }
        Iterator<Triple> replacements = graph.find(Node.ANY, DCTerms.isReplacedBy.asNode(), Node.ANY);
        try {
            return replacements.hasNext() ? new Moved(replacements.next().getObject()) : new Gone(graph);
        } finally {
            org.apache.jena.atlas.iterator.Iter.close(replacements);
        }
    }
}
