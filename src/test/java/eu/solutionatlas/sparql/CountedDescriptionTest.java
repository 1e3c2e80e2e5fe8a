package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.PartnerHub;
import eu.solutionatlas.support.TestAtlas;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures of {@code /.well-known/void} against what queries count, in the real catalogue with copies of two hubs. */
class CountedDescriptionTest {
    private static final String BASE = TestAtlas.IRIS.base();
    private static final String VOID_IRI = BASE + ".well-known/void#";
    private static final String SHARED_TRIPLES = "FILTER (?s = <urn:test:shared>)";

    private static TestAtlas atlas;
    private static Graph description;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
        partner("liberec", "CZ051");
        description = described();
        // A change, so that figures are brought up to date and not counted anew.
        partner("dolny-slask", "PL51");
        Triple shared = Triple.create(iri("urn:test:shared"), RDF.type.asNode(), SKOS.Concept.asNode());
        atlas.store().commit("test", "", writer -> {
            for (String document : List.of("solution/one", "solution/two", "hub/liberec/solution/three")) {
                writer.replace(
                        iri(BASE + document),
                        List.of(shared, Triple.create(iri(document), DCTerms.relation.asNode(), shared.getSubject())));
            }
            writer.remove(iri(BASE + "solution/leipzig-giesst"));
        });
        description = described();
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static void partner(String id, String region) {
        PartnerHub.register(atlas.store(), id, "Hub of " + id, region)
                .with("solution", "parking", """
                        dct:title "Parking"@en ; dct:spatial nuts:CZ051 ; dcat:theme theme:smart-parking ;
                        atlas:provider <id/actor/town>""")
                .with("actor", "town", "foaf:name \"Town\"@en ; atlas:actorKind kind:municipality")
                .harvest();
    }

    private static Node iri(String text) {
        return NodeFactory.createURI(text);
    }

    private static Graph described() {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(atlas.get("/.well-known/void.nt").body(), Lang.NTRIPLES)
                .parse(graph);
        return graph;
    }

    private static long said(Node dataset, Property property) {
        return ((Number) description
                        .find(dataset, property.asNode(), Node.ANY)
                        .next()
                        .getObject()
                        .getLiteralValue())
                .longValue();
    }

    /** The parts that are described, by the IRI of their class or property. */
    private static Map<String, Long> said(String dataset, Property partition, Property of, Property counted) {
        Map<String, Long> parts = new TreeMap<>();
        description.find(iri(VOID_IRI + dataset), partition.asNode(), Node.ANY).forEach(triple -> {
            Node part = triple.getObject();
            String what = description
                    .find(part, of.asNode(), Node.ANY)
                    .next()
                    .getObject()
                    .getURI();
            assertThat(parts.put(what, said(part, counted))).as(what).isNull();
        });
        return parts;
    }

    /** The rows of a query with a name and a number. */
    private static Map<String, Long> counted(String endpoint, String query) {
        HttpResponse<String> answer = atlas.get(endpoint + "?query=" + SparqlHub.encode(query), "Accept", "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(row -> row[0], row -> Long.parseLong(row[1]), (a, b) -> a, TreeMap::new));
    }

    /** @param pattern that gives ?s ?p ?o, each triple once */
    private static void assertCounted(String dataset, String endpoint, String pattern) {
        assertThat(said(dataset, VOID.propertyPartition, VOID.property, VOID.triples))
                .as("triples by property")
                .isNotEmpty()
                .isEqualTo(counted(endpoint, "SELECT ?p (COUNT(*) AS ?n) { " + pattern + " } GROUP BY ?p"));
        assertThat(said(dataset, VOID.classPartition, VOID._class, VOID.entities))
                .as("instances by class")
                .isNotEmpty()
                .isEqualTo(counted(
                        endpoint,
                        "SELECT ?o (COUNT(DISTINCT ?s) AS ?n) { " + pattern + " FILTER (?p = <" + RDF.type
                                + ">) } GROUP BY ?o"));
        assertThat(Map.of(
                        "triples", said(iri(VOID_IRI + dataset), VOID.triples),
                        "properties", said(iri(VOID_IRI + dataset), VOID.properties),
                        "classes", said(iri(VOID_IRI + dataset), VOID.classes)))
                .isEqualTo(Map.of(
                        "triples",
                                counted(endpoint, "SELECT (1 AS ?x) (COUNT(*) AS ?n) { " + pattern + " }")
                                        .get("1"),
                        "properties",
                                counted(endpoint, "SELECT (1 AS ?x) (COUNT(DISTINCT ?p) AS ?n) { " + pattern + " }")
                                        .get("1"),
                        "classes",
                                counted(
                                                endpoint,
                                                "SELECT (1 AS ?x) (COUNT(DISTINCT ?o) AS ?n) { " + pattern
                                                        + " FILTER (?p = <" + RDF.type + ">) }")
                                        .get("1")));
    }

    private static String copiesOf(String hub) {
        return "{ SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER (STRSTARTS(STR(?g), \"" + BASE + "hub/" + hub
                + "/\") || ?g = <" + BASE + "hub/" + hub + ">) } }";
    }

    @Test
    void dataset_isWhatTheEndpointHas() {
        assertCounted("dataset", "/sparql", "?s ?p ?o");
    }

    @Test
    void own_isWhatTheHubSaysItself() {
        assertCounted("own", "/sparql/own", "?s ?p ?o");
    }

    @Test
    void copies_areCountedHubByHub() {
        assertCounted("hub-liberec", "/sparql", copiesOf("liberec"));
        assertCounted("hub-dolny-slask", "/sparql", copiesOf("dolny-slask"));
    }

    @Test
    void documents_areGraphs() {
        for (Map.Entry<String, String> part :
                Map.of("dataset", "/sparql", "own", "/sparql/own").entrySet()) {
            assertThat(said(iri(VOID_IRI + part.getKey()), VOID.documents))
                    .isEqualTo(counted(
                                    part.getValue(),
                                    "SELECT (1 AS ?x) (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
                            .get("1"));
        }
    }

    @Test
    void whatSeveralDocumentsSay_isSaidOnce() {
        assertThat(counted(
                        "/sparql",
                        "SELECT (1 AS ?x) (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } " + SHARED_TRIPLES + " }"))
                .as("the test's own condition")
                .containsEntry("1", 3L);
        assertThat(said("dataset", VOID.classPartition, VOID._class, VOID.entities)
                        .get(SKOS.Concept.getURI()))
                .isEqualTo(counted(
                                "/sparql",
                                "SELECT (1 AS ?x) (COUNT(DISTINCT ?s) AS ?n) { ?s a <" + SKOS.Concept + "> }")
                        .get("1"));
    }

    @Test
    void subsets_areOwnAndEachHubs() {
        assertThat(description
                        .find(iri(VOID_IRI + "dataset"), VOID.subset.asNode(), Node.ANY)
                        .mapWith(triple -> triple.getObject().getURI())
                        .toList())
                .containsExactlyInAnyOrder(VOID_IRI + "own", VOID_IRI + "hub-liberec", VOID_IRI + "hub-dolny-slask");
    }

    @Test
    void subset_saysWhoseEntriesTheyAre() {
        Node subset = iri(VOID_IRI + "hub-liberec");
        assertThat(description.contains(subset, DCTerms.publisher.asNode(), iri(BASE + "id/hub/liberec")))
                .isTrue();
        assertThat(description.contains(
                        subset, VOID.uriSpace.asNode(), NodeFactory.createLiteralString("https://liberec.example/")))
                .isTrue();
    }

    @Test
    void serviceDescription_hasTheSizesOfBothDefaultGraphs() {
        Graph services = GraphFactory.createDefaultGraph();
        RDFParser.fromString(atlas.get("/sparql.nt").body(), Lang.NTRIPLES).parse(services);

        for (Map.Entry<String, String> part :
                Map.of("union", "dataset", "own-union", "own").entrySet()) {
            assertThat(services.find(iri(VOID_IRI + part.getKey()), VOID.triples.asNode(), Node.ANY)
                            .next()
                            .getObject()
                            .getLiteralValue())
                    .isEqualTo((int) said(iri(VOID_IRI + part.getValue()), VOID.triples));
        }
    }
}
