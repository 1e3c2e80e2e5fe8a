package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Iris;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphOps;
import org.apache.jena.vocabulary.VOID;

/** A description that is the same whatever the data, to which figures are added. */
final class DescriptionTemplate {
    private final Graph graph;

    private DescriptionTemplate(Graph graph) {
        this.graph = graph;
    }

    /** @param name of a Turtle file beside this class, with IRIs relative to the hub's base */
    static DescriptionTemplate read(String name, Iris iris) {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = DescriptionTemplate.class.getResourceAsStream(name)) {
            RDFParser.source(in).lang(Lang.TURTLE).base(iris.base()).parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DescriptionTemplate(graph);
    }

    /** A copy to add to. */
    Graph copy() {
        Graph copy = GraphFactory.createDefaultGraph();
        copy.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
        GraphOps.addAll(copy, graph.find());
        return copy;
    }

    /** Says how many triples there are. */
    static void size(Graph graph, Node dataset, Figures figures) {
        count(graph, dataset, VOID.triples.asNode(), figures.triples());
    }

    static void count(Graph graph, Node subject, Node property, long number) {
        graph.add(subject, property, NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
    }
}
