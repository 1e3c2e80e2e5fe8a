package eu.solutionatlas.sparql;

import com.github.benmanes.caffeine.cache.Interner;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.store.Digest;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphOps;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;

/**
 * What machines can know of the endpoint before they ask it: the SPARQL 1.1 Service Description, and VoID with figures
 * that are worked out once for each data version.
 */
final class ServiceDescription {
    private final Graph service;
    private final Graph dataset;
    private final Node datasetIri;
    private final Node unionIri;
    private final Node ownIri;
    private final Node hubDocument;
    private final Node hub;
    private final Digest<Figures, Figures> figures;

    ServiceDescription(Store store, Iris iris) {
        this.service = load("service.ttl", iris);
        this.dataset = load("void.ttl", iris);
        this.datasetIri = NodeFactory.createURI(iris.base() + ".well-known/void#dataset");
        this.unionIri = NodeFactory.createURI(iris.base() + ".well-known/void#union");
        Interner<Figures> same = Interner.newWeakInterner();
        this.ownIri = NodeFactory.createURI(iris.base() + ".well-known/void#own");
        this.hubDocument = NodeFactory.createURI(iris.base() + "hub");
        this.hub = NodeFactory.createURI(iris.base() + "id/hub");
        dataset.add(ownIri, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(iris.base()));
        this.figures = new Digest<>(
                store,
                document -> true,
                // Most documents have as many of everything as many others.
                (document, graph) -> Optional.of(same.intern(Figures.of(graph))),
                all -> Figures.sum(all.values()));
    }

    private static Graph load(String name, Iris iris) {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = ServiceDescription.class.getResourceAsStream(name)) {
            RDFParser.source(in).lang(Lang.TURTLE).base(iris.base()).parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graph;
    }

    /** The service, with the size of its default graph. */
    Graph service(Snapshot snapshot) {
        Graph graph = copy(service);
        count(graph, unionIri, VOID.triples.asNode(), figures.at(snapshot).triples());
        return graph;
    }

    /** What there is of each class and property. */
    Figures figures(Snapshot snapshot) {
        return figures.at(snapshot);
    }

    /** The dataset, with its figures by class and property. */
    Graph dataset(Snapshot snapshot) {
        Graph graph = copy(dataset);
        introduce(graph, snapshot.graph(hubDocument));
        Figures all = figures.at(snapshot);
        graph.add(
                datasetIri,
                DCTerms.modified.asNode(),
                NodeFactory.createLiteralDT(snapshot.version().at().toString(), XSDDatatype.XSDdateTime));
        count(graph, datasetIri, VOID.triples.asNode(), all.triples());
        count(graph, datasetIri, VOID.documents.asNode(), all.documents());
        count(graph, datasetIri, VOID.properties.asNode(), all.byProperty().size());
        count(graph, datasetIri, VOID.classes.asNode(), all.byClass().size());
        parts(graph, all.byClass(), VOID.classPartition.asNode(), VOID._class.asNode(), VOID.entities.asNode());
        parts(graph, all.byProperty(), VOID.propertyPartition.asNode(), VOID.property.asNode(), VOID.triples.asNode());
        return graph;
    }

    /** Whose own entries these are and of which regions, so that another hub need not be told. */
    private void introduce(Graph graph, Graph about) {
        Labels.of(about, hub, FOAF.name.asNode()).addTo(graph, ownIri, DCTerms.title.asNode());
        about.find(hub, DCTerms.spatial.asNode(), Node.ANY)
                .forEach(region -> graph.add(ownIri, DCTerms.spatial.asNode(), region.getObject()));
    }

    private void parts(Graph graph, Map<String, Long> counts, Node partition, Node of, Node counted) {
        counts.forEach((iri, number) -> {
            Node part = NodeFactory.createBlankNode();
            graph.add(datasetIri, partition, part);
            graph.add(part, of, NodeFactory.createURI(iri));
            count(graph, part, counted, number);
        });
    }

    private static void count(Graph graph, Node subject, Node property, long number) {
        graph.add(subject, property, NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
    }

    private static Graph copy(Graph from) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(from.getPrefixMapping());
        GraphOps.addAll(graph, from.find());
        return graph;
    }
}
