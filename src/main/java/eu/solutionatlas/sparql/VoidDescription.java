package eu.solutionatlas.sparql;

import static eu.solutionatlas.sparql.DescriptionTemplate.count;

import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.partner.Register;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * The catalogue in VoID: all that can be queried, this hub's own part of it, and what was copied from each partner, each
 * with the figures that a query would count.
 */
final class VoidDescription {
    private final DescriptionTemplate template;
    private final Census census;
    private final Partners partners;
    private final String prefix;
    private final Node datasetIri;
    private final Node ownIri;
    private final Node hubDocument;
    private final Node hub;
    private final Node base;

    VoidDescription(Store store, Iris iris, Census census) {
        this.template = DescriptionTemplate.read("void.ttl", iris);
        this.census = census;
        this.partners = new Partners(store, iris);
        this.prefix = iris.base() + ".well-known/void#";
        this.datasetIri = NodeFactory.createURI(prefix + "dataset");
        this.ownIri = NodeFactory.createURI(prefix + "own");
        this.hubDocument = NodeFactory.createURI(iris.base() + "hub");
        this.hub = NodeFactory.createURI(iris.base() + "id/hub");
        this.base = NodeFactory.createLiteralString(iris.base());
    }

    Graph at(Snapshot snapshot) {
        Graph graph = template.copy();
        graph.add(ownIri, VOID.uriSpace.asNode(), base);
        introduce(graph, snapshot.graph(hubDocument));
        graph.add(
                datasetIri,
                DCTerms.modified.asNode(),
                NodeFactory.createLiteralDT(snapshot.version().at().toString(), XSDDatatype.XSDdateTime));
        Register register = partners.at(snapshot);
        Census.Counts counts = census.at(snapshot);
        describe(graph, datasetIri, counts.all());
        describe(graph, ownIri, counts.own());
        counts.copies().forEach((id, figures) -> copies(graph, id, figures));
        counts.copies().keySet().forEach(id -> register.partner(id).ifPresent(partner -> introduce(graph, partner)));
        return graph;
    }

    /** Whose own entries these are and of which regions, so that another hub need not be told. */
    private void introduce(Graph graph, Graph about) {
        Labels.of(about, hub, FOAF.name.asNode()).addTo(graph, ownIri, DCTerms.title.asNode());
        about.find(hub, DCTerms.spatial.asNode(), Node.ANY)
                .forEach(region -> graph.add(ownIri, DCTerms.spatial.asNode(), region.getObject()));
    }

    private void copies(Graph graph, String id, Figures figures) {
        Node dataset = copiesOf(id);
        graph.add(datasetIri, VOID.subset.asNode(), dataset);
        graph.add(dataset, RDF.type.asNode(), VOID.Dataset.asNode());
        graph.add(dataset, DCTerms.publisher.asNode(), partners.hub(id));
        describe(graph, dataset, figures);
    }

    private Node copiesOf(String id) {
        return NodeFactory.createURI(prefix + "hub-" + id);
    }

    /** No address to ask: for what a hub says itself, its own description is the one to read. */
    private void introduce(Graph graph, Partner partner) {
        Node dataset = copiesOf(partner.id());
        partner.name().addTo(graph, dataset, DCTerms.title.asNode());
        partner.regions().forEach(region -> graph.add(dataset, DCTerms.spatial.asNode(), region));
        partner.spaces()
                .forEach(space -> graph.add(dataset, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(space)));
    }

    private static void describe(Graph graph, Node dataset, Figures figures) {
        DescriptionTemplate.size(graph, dataset, figures);
        count(graph, dataset, VOID.documents.asNode(), figures.documents());
        count(graph, dataset, VOID.properties.asNode(), figures.byProperty().size());
        count(graph, dataset, VOID.classes.asNode(), figures.byClass().size());
        parts(graph, dataset, figures.byClass(), VOID.classPartition, VOID._class, VOID.entities);
        parts(graph, dataset, figures.byProperty(), VOID.propertyPartition, VOID.property, VOID.triples);
    }

    private static void parts(
            Graph graph, Node dataset, Map<String, Long> counts, Property partition, Property of, Property counted) {
        counts.forEach((iri, number) -> {
            Node part = NodeFactory.createBlankNode();
            graph.add(dataset, partition.asNode(), part);
            graph.add(part, of.asNode(), NodeFactory.createURI(iri));
            count(graph, part, counted.asNode(), number);
        });
    }
}
