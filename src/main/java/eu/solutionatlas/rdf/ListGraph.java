package eu.solutionatlas.rdf;

import java.util.Collection;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** A list as data: what there is, of which class, and what it is called. */
public final class ListGraph {
    private ListGraph() {}

    /** @param titleProperty which the titles are values of */
    public static Graph of(Collection<? extends Listed> entries, Node type, Node titleProperty) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (Listed entry : entries) {
            graph.add(Triple.create(entry.thing(), RDF.type.asNode(), type));
            entry.title()
                    .byLanguage()
                    .forEach((language, text) -> graph.add(Triple.create(
                            entry.thing(), titleProperty, NodeFactory.createLiteralLang(text, language))));
        }
        return graph;
    }
}
