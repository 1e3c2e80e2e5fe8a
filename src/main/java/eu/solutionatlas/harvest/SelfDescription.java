package eu.solutionatlas.harvest;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * What a dataset, catalogue or service says of itself, in VoID, DCAT or a SPARQL service description.
 *
 * @param spaces how the IRIs of its entries begin
 * @param changes where an Atlas gives what has changed
 */
record SelfDescription(
        Labels name,
        Optional<String> homepage,
        List<Node> regions,
        List<String> spaces,
        Optional<String> endpoint,
        Optional<String> dump,
        Optional<String> changes) {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final Node SERVICE = NodeFactory.createURI(SD + "Service");
    private static final Node ENDPOINT = NodeFactory.createURI(SD + "endpoint");

    /** The description that a graph has of a source of entries; empty when there is none. */
    static Optional<SelfDescription> read(Graph graph) {
        return subjects(graph)
                .map(subject -> of(new Description(graph, subject)))
                .filter(found -> found.endpoint().isPresent() || found.dump().isPresent())
                .max(Comparator.comparingInt(SelfDescription::worth));
    }

    /** Datasets and catalogues before services, which know the least of what they serve. */
    private static Stream<Node> subjects(Graph graph) {
        Set<Node> subjects = new LinkedHashSet<>();
        for (Node type : List.of(VOID.Dataset.asNode(), DCAT.Catalog.asNode(), DCAT.Dataset.asNode(), SERVICE)) {
            graph.find(Node.ANY, RDF.type.asNode(), type)
                    .mapWith(Triple::getSubject)
                    .forEach(subjects::add);
        }
        return subjects.stream();
    }

    private int worth() {
        return (changes.isPresent() ? 8 : 0)
                + (spaces.isEmpty() ? 0 : 4)
                + (dump.isPresent() ? 2 : 0)
                + (endpoint.isPresent() ? 1 : 0);
    }

    private static SelfDescription of(Description subject) {
        Labels title = subject.labels(DCTerms.title);
        return new SelfDescription(
                title.isEmpty() ? subject.labels(FOAF.name) : title,
                address(subject, FOAF.homepage.asNode()),
                subject.things(DCTerms.spatial),
                subject.texts(VOID.uriSpace.asNode()).stream().map(Label::text).toList(),
                address(subject, VOID.sparqlEndpoint.asNode())
                        .or(() -> address(subject, ENDPOINT))
                        .or(() -> below(subject, DCAT.service.asNode(), DCAT.endpointURL.asNode()).stream()
                                .findFirst()),
                best(dumps(subject)),
                address(subject, ATLAS.changesFeed));
    }

    private static List<String> dumps(Description subject) {
        List<String> dumps = new ArrayList<>(addresses(subject, VOID.dataDump.asNode()));
        dumps.addAll(below(subject, DCAT.distribution.asNode(), DCAT.downloadURL.asNode()));
        subject.things(DCAT.dataset.asNode())
                .forEach(dataset -> dumps.addAll(below(
                        new Description(subject.graph(), dataset),
                        DCAT.distribution.asNode(),
                        DCAT.downloadURL.asNode())));
        return dumps;
    }

    private static List<String> below(Description subject, Node to, Node property) {
        return subject
                .graph()
                .find(subject.subject(), to, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(object -> object.isURI() || object.isBlank())
                .toList()
                .stream()
                .flatMap(object -> addresses(new Description(subject.graph(), object), property).stream())
                .toList();
    }

    /** N-Quads before all, since in them entries stand apart; then what can be read while it comes. */
    private static Optional<String> best(List<String> dumps) {
        return dumps.stream().filter(dump -> rank(dump) >= 0).min(Comparator.comparingInt(SelfDescription::rank));
    }

    private static int rank(String dump) {
        String plain = dump.endsWith(".gz") ? dump.substring(0, dump.length() - 3) : dump;
        return RdfInput.LANGUAGES.indexOf(RDFLanguages.filenameToLang(plain));
    }

    private static Optional<String> address(Description subject, Node property) {
        return addresses(subject, property).stream().findFirst();
    }

    private static List<String> addresses(Description subject, Node property) {
        return subject.things(property).stream()
                .map(Node::getURI)
                .filter(SelfDescription::isAddress)
                .toList();
    }

    /** Whether it can be asked; a strange description can name anything. */
    private static boolean isAddress(String iri) {
        try {
            return EndpointClient.isPlainIri(iri) && new URI(iri).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
