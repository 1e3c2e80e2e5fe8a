package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.support.TestAtlas;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that the endpoints say they can, tried (SPARQL 1.1 Service Description). */
class ServiceDescriptionTest {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FMT = "http://www.w3.org/ns/formats/";
    private static final String SELECT = "SELECT ?s { ?s a <https://w3id.org/solution-atlas/ns#Region> }";
    private static final String CONSTRUCT =
            "CONSTRUCT WHERE { ?s <https://w3id.org/solution-atlas/ns#nutsLevel> ?level }";

    /** The format's name at W3C (Unique URIs for File Formats) to its media type; those of rows first. */
    private static final Map<String, String> ROWS = Map.of(
            "SPARQL_Results_JSON", "application/sparql-results+json",
            "SPARQL_Results_XML", "application/sparql-results+xml",
            "SPARQL_Results_CSV", "text/csv",
            "SPARQL_Results_TSV", "text/tab-separated-values");

    private static final Map<String, String> GRAPHS = Map.of(
            "Turtle", "text/turtle",
            "N-Triples", "application/n-triples",
            "RDF_XML", "application/rdf+xml",
            "JSON-LD", "application/ld+json",
            "TriG", "application/trig",
            "N-Quads", "application/n-quads");

    private static TestAtlas atlas;
    private static Graph description;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.start(Map.of("atlas.sparql.requests-per-minute", "0"), java.nio.file.Path.of("data"));
        description = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        atlas.get("/sparql", "Accept", "application/n-triples").body(), Lang.NTRIPLES)
                .parse(description);
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }

    private static Set<Node> said(Node subject, String property) {
        return description
                .find(subject, sd(property), Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
    }

    static Stream<Node> services() {
        return description
                .find(Node.ANY, RDF.type.asNode(), sd("Service"))
                .mapWith(Triple::getSubject)
                .toList()
                .stream();
    }

    static Stream<Node> servicesThat(String property, String value) {
        return services().filter(service -> description.contains(service, sd(property), sd(value)));
    }

    static Stream<Node> unionServices() {
        return servicesThat("feature", "UnionDefaultGraph");
    }

    private static HttpResponse<String> asked(Node service, String query, String accept) {
        String path = said(service, "endpoint")
                .iterator()
                .next()
                .getURI()
                .substring(TestAtlas.IRIS.base().length() - 1);
        return atlas.get(path + "?query=" + SparqlHub.encode(query), "Accept", accept);
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    }

    @Test
    void services_areTheAddressesForQueries() {
        assertThat(services().map(Node::getURI))
                .containsExactlyInAnyOrder(
                        "http://localhost:8080/sparql",
                        "http://localhost:8080/sparql/own",
                        "http://localhost:8080/federation/sparql");
    }

    @ParameterizedTest
    @MethodSource("services")
    void service_answersADescriptionOfItselfWithoutAQuery(Node service) {
        String path = service.getURI().substring(TestAtlas.IRIS.base().length() - 1);
        Graph own = GraphFactory.createDefaultGraph();
        RDFParser.fromString(atlas.get(path, "Accept", "application/n-triples").body(), Lang.NTRIPLES)
                .parse(own);

        // Section 3.2: a service has its endpoint's address stated of it.
        assertThat(own.contains(service, sd("endpoint"), service)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void format_isAnsweredAndNoOtherIsNamed(Node service) {
        Set<String> formats = said(service, "resultFormat").stream()
                .map(format -> format.getURI().substring(FMT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(ROWS.keySet());
        known.addAll(GRAPHS.keySet());

        assertThat(formats).isEqualTo(known);
        ROWS.forEach((name, type) ->
                assertThat(type(asked(service, SELECT, type))).as(name).isEqualTo(type));
        GRAPHS.forEach((name, type) ->
                assertThat(type(asked(service, CONSTRUCT, type))).as(name).isEqualTo(type));
    }

    @ParameterizedTest
    @MethodSource("unionServices")
    void unionDefaultGraph_isTheUnionOfTheNamedOnes(Node service) {
        String count = "SELECT (COUNT(*) AS ?n) { %s }";
        String pattern = "?s <https://w3id.org/solution-atlas/ns#nutsLevel> ?o";

        assertThat(asked(service, count.formatted(pattern), "text/csv").body())
                .isEqualTo(asked(service, count.formatted("GRAPH ?g { " + pattern + " }"), "text/csv")
                        .body())
                .contains("77");
    }

    @ParameterizedTest
    @MethodSource("services")
    void basicFederatedQuery_isWhereServiceIsAnswered(Node service) {
        int status = asked(service, "SELECT * { SERVICE <urn:hubs:all> { ?s a <urn:none> } }", "text/csv")
                .statusCode();

        assertThat(status).isEqualTo(said(service, "feature").contains(sd("BasicFederatedQuery")) ? 200 : 403);
    }

    @ParameterizedTest
    @MethodSource("services")
    void propertyFeature_findsByWords(Node service) {
        if (said(service, "propertyFeature").isEmpty()) {
            return; // where other hubs' words decide
        }
        assertThat(said(service, "propertyFeature")).containsExactly(ATLAS.matches);
        assertThat(asked(
                                service,
                                "SELECT ?s { ?s <https://w3id.org/solution-atlas/ns#matches> \"Gießen Leipzig\"@de }",
                                "text/csv")
                        .body())
                .contains("id/solution/leipzig-giesst");
    }

    @ParameterizedTest
    @MethodSource("services")
    void language_isQueryAndNotUpdate(Node service) {
        assertThat(said(service, "supportedLanguage")).containsExactly(sd("SPARQL11Query"));
        assertThat(asked(service, "ASK { VALUES ?x { 1 } BIND(?x + 1 AS ?y) FILTER(?y = 2) }", "text/csv")
                        .body())
                .contains("true");
    }

    @ParameterizedTest
    @MethodSource("services")
    void defaultDataset_isDescribed(Node service) {
        assertThat(said(service, "defaultDataset"))
                .hasSize(1)
                .allMatch(dataset -> description.contains(dataset, RDF.type.asNode(), sd("Dataset")));
    }

    @ParameterizedTest
    @MethodSource("services")
    void defaultDataset_isDescribedWhereItsAddressLeads(Node service) {
        Graph found = GraphFactory.createDefaultGraph();
        RDFParser.fromString(atlas.get("/.well-known/void.nt").body(), Lang.NTRIPLES)
                .parse(found);

        assertThat(said(service, "defaultDataset"))
                .allMatch(dataset -> found.contains(dataset, RDF.type.asNode(), VOID.Dataset.asNode()))
                .allMatch(dataset -> found.contains(dataset, VOID.sparqlEndpoint.asNode(), service));
    }

    @Test
    void words_areThoseOfTheSpecification() {
        Set<Node> used = new HashSet<>();
        description.find().forEach(triple -> {
            used.add(triple.getPredicate());
            used.add(triple.getObject());
        });
        // Sections 3.1 to 3.4, those that are used here.
        List<String> defined = List.of(
                "Service",
                "Dataset",
                "Graph",
                "SPARQL11Query",
                "UnionDefaultGraph",
                "BasicFederatedQuery",
                "endpoint",
                "feature",
                "propertyFeature",
                "supportedLanguage",
                "resultFormat",
                "defaultDataset",
                "defaultGraph");
        assertThat(used.stream()
                        .filter(node -> node.isURI() && node.getURI().startsWith(SD))
                        .map(node -> node.getURI().substring(SD.length())))
                .isNotEmpty()
                .isSubsetOf(defined);
    }
}
