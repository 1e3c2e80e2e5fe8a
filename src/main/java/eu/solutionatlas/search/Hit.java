package eu.solutionatlas.search;

import eu.solutionatlas.rdf.Labels;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * An entry that was found.
 *
 * @param document the IRI of the document about it
 * @param marks things that a list shows with it
 * @param triples what a list says of it as data, title and text aside, in N-Triples
 */
public record Hit(Node document, Node thing, Labels title, Labels text, List<Node> marks, String triples) {
    /** What a list says of it as data, title and text aside. */
    public Graph gist() {
        Graph gist = GraphFactory.createDefaultGraph();
        RDFParser.fromString(triples, Lang.NTRIPLES).parse(gist);
        return gist;
    }
}
