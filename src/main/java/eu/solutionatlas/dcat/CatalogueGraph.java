package eu.solutionatlas.dcat;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Licence;
import eu.solutionatlas.store.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphOps;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VCARD4;

/**
 * Describes the catalogue as DCAT-AP 3 does: the catalogue, its dataset with a distribution for each file to download,
 * and its services. What the hub says of itself is taken from its document, so that it is said once.
 */
final class CatalogueGraph {
    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";

    /** The EU's codes of the countries whose regions a hub may serve, by the first letters of a NUTS code. */
    private static final Map<String, String> COUNTRIES =
            Map.of("DE", "DEU", "PL", "POL", "CZ", "CZE", "AT", "AUT", "SK", "SVK");

    private final Iris iris;
    private final Graph fixed;
    private final Distributions distributions;
    private final Node hubDocument;
    private final Node hub;
    private final Node catalogue;
    private final Node dataset;

    CatalogueGraph(Iris iris) {
        this.iris = iris;
        this.fixed = load(iris);
        this.hubDocument = NodeFactory.createURI(iris.base() + "hub");
        this.hub = NodeFactory.createURI(iris.base() + "id/hub");
        this.catalogue = NodeFactory.createURI(iris.base() + "id/catalogue");
        this.dataset = NodeFactory.createURI(iris.base() + "catalogue#dataset");
        this.distributions = new Distributions(iris, dataset);
    }

    private static Graph load(Iris iris) {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = CatalogueGraph.class.getResourceAsStream("catalogue.ttl")) {
            RDFParser.source(in).lang(Lang.TURTLE).base(iris.base()).parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graph;
    }

    /** @param downloads the newest files; empty before the first are written */
    Graph of(Snapshot snapshot, Optional<Downloads> downloads) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(fixed.getPrefixMapping());
        GraphOps.addAll(graph, fixed.find());
        Graph own = snapshot.graph(hubDocument);
        copy(own, hub, graph);
        copy(own, catalogue, graph);
        graph.add(catalogue, DCTerms.license.asNode(), NodeFactory.createURI(licence(own)));
        describeDataset(own, graph);
        shareLicence(graph);
        shareContact(own, graph);
        date(graph, snapshot.version());
        downloads.ifPresent(files -> distributions.add(files, graph));
        typeTerms(graph);
        return graph;
    }

    /** That of the dumps, whether or not the hub says it of the catalogue itself. */
    private String licence(Graph own) {
        return Licence.of(own, iris).iri();
    }

    private static void copy(Graph from, Node subject, Graph to) {
        from.find(subject, Node.ANY, Node.ANY).forEach(to::add);
    }

    /** The dataset is about what the catalogue is about, and in its languages. */
    private void describeDataset(Graph own, Graph graph) {
        Stream.of(DCTerms.description, DCTerms.spatial, DCTerms.language, DCTerms.issued)
                .map(property -> property.asNode())
                .forEach(property ->
                        objects(own, catalogue, property).forEach(value -> graph.add(dataset, property, value)));
        graph.add(dataset, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(dataset.getURI()));
        for (Node region : objects(own, catalogue, DCTerms.spatial.asNode())) {
            country(region).ifPresent(country -> {
                graph.add(catalogue, DCTerms.spatial.asNode(), country);
                graph.add(dataset, DCTerms.spatial.asNode(), country);
            });
        }
    }

    private static Optional<Node> country(Node region) {
        String iri = region.getURI();
        return iri.startsWith(Iris.NUTS)
                ? Optional.ofNullable(COUNTRIES.get(iri.substring(Iris.NUTS.length(), Iris.NUTS.length() + 2)))
                        .map(code -> NodeFactory.createURI(AUTHORITY + "country/" + code))
                : Optional.empty();
    }

    /** The data is licensed as the hub says; portals look for that at services and files. */
    private void shareLicence(Graph graph) {
        for (Node licence : objects(graph, catalogue, DCTerms.license.asNode())) {
            services(graph).forEach(service -> graph.add(service, DCTerms.license.asNode(), licence));
        }
    }

    /** Who answers for the hub answers for the dataset and the services as well. */
    private void shareContact(Graph own, Graph graph) {
        for (Node contact : objects(own, hub, DCAT.contactPoint.asNode())) {
            copy(own, contact, graph);
            graph.add(contact, RDF.Nodes.type, VCARD4.Kind.asNode());
            Stream.concat(Stream.of(dataset), services(graph).stream())
                    .forEach(answered -> graph.add(answered, DCAT.contactPoint.asNode(), contact));
        }
    }

    private void date(Graph graph, DataVersion version) {
        Node time = NodeFactory.createLiteralDT(version.at().toString(), XSDDatatype.XSDdateTime);
        graph.add(catalogue, DCTerms.modified.asNode(), time);
        graph.add(dataset, DCTerms.modified.asNode(), time);
        graph.add(
                dataset,
                NodeFactory.createURI(DCAT.NS + "version"),
                NodeFactory.createLiteralString(Long.toString(version.number())));
    }

    /** A portal checks what kind of thing a term is without reading it. */
    private static void typeTerms(Graph graph) {
        type(graph, DCTerms.license.asNode(), DCTerms.LicenseDocument.asNode());
        type(graph, DCTerms.language.asNode(), DCTerms.LinguisticSystem.asNode());
        type(graph, DCTerms.spatial.asNode(), DCTerms.Location.asNode());
    }

    private static void type(Graph graph, Node property, Node type) {
        List<Node> terms = graph.find(Node.ANY, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        terms.forEach(term -> graph.add(term, RDF.Nodes.type, type));
    }

    private static List<Node> services(Graph graph) {
        return graph.find(Node.ANY, RDF.Nodes.type, DCAT.DataService.asNode())
                .mapWith(Triple::getSubject)
                .toList();
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
