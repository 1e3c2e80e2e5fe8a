package eu.solutionatlas.ontology;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Reads the page of the shapes out of their graph. */
final class ShapesDescriber {
    static final Node SHAPES = NodeFactory.createURI(Iris.SHARED + "shapes");

    private record Ordered(double order, ShapesPage.Field field) {}

    private ShapesDescriber() {}

    static ShapesPage describe(Graph graph, Language language, Editions editions) {
        Description self = new Description(graph, SHAPES);
        List<ShapesPage.Shape> shapes = graph
                .find(Node.ANY, RDF.type.asNode(), SHACL.NodeShape)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Node::getURI))
                .map(shape -> shape(new Description(graph, shape), language))
                .filter(shape -> !shape.fields().isEmpty())
                .toList();
        return new ShapesPage(
                SHAPES.getURI(),
                self.labels(DCTerms.title).in(language.tag(), SHAPES.getURI()),
                self.value(OWL2.versionInfo),
                shapes,
                editions);
    }

    private static ShapesPage.Shape shape(Description shape, Language language) {
        String iri = shape.subject().getURI();
        String anchor = iri.substring(iri.indexOf('#') + 1);
        return new ShapesPage.Shape(
                anchor,
                shape.labels(RDFS.label).in(language.tag(), anchor),
                shape.things(SHACL.targetClass).stream()
                        .map(ShapesDescriber::link)
                        .toList(),
                shape
                        .graph()
                        .find(shape.subject(), SHACL.property, Node.ANY)
                        .mapWith(Triple::getObject)
                        .toList()
                        .stream()
                        .map(node -> field(new Description(shape.graph(), node), language))
                        .sorted(Comparator.comparingDouble(Ordered::order)
                                .thenComparing(one -> one.field().property()))
                        .map(Ordered::field)
                        .toList());
    }

    private static Ordered field(Description field, Language language) {
        String property = field.thing(SHACL.path)
                .map(path -> Prefixes.shorten(path.getURI()))
                .orElse("");
        return new Ordered(
                field.value(SHACL.order).map(Double::parseDouble).orElse(Double.MAX_VALUE),
                new ShapesPage.Field(
                        field.labels(SHACL.name).in(language.tag(), property),
                        property,
                        field.value(SHACL.minCount),
                        field.value(SHACL.maxCount),
                        field.labels(SHACL.message).in(language.tag())));
    }

    private static Link link(Node term) {
        Label name = new Label(Prefixes.shorten(term.getURI()), "");
        return term.getURI().startsWith(ATLAS.NS)
                ? Link.to(name, "/ns#" + term.getURI().substring(ATLAS.NS.length()))
                : Link.elsewhere(name, term.getURI());
    }
}
