package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.jena.datatypes.xsd.XSDDatatype;
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

/** What the endpoint says of itself, to machines and to people. */
class DescriptionTest {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    private static SparqlHub hub;

    @BeforeAll
    static void start() {
        hub = SparqlHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static Graph turtle(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
        return graph;
    }

    private static Node iri(String text) {
        return NodeFactory.createURI(text);
    }

    @Test
    void bareGet_rdf_isServiceDescription() {
        Graph graph = turtle(hub.get("/sparql", "Accept", "text/turtle"));
        Node service = iri(SparqlHub.BASE + "sparql");
        assertThat(graph.contains(service, RDF.Nodes.type, iri(SD + "Service"))).isTrue();
        assertThat(graph.contains(service, iri(SD + "endpoint"), service)).isTrue();
        assertThat(graph.contains(service, iri(SD + "feature"), iri(SD + "UnionDefaultGraph")))
                .isTrue();
    }

    @Test
    void bareGet_saysTheSizeOfTheDefaultGraph() {
        Graph graph = turtle(hub.get("/sparql", "Accept", "text/turtle"));
        assertThat(graph.find(Node.ANY, VOID.triples.asNode(), Node.ANY)
                        .next()
                        .getObject()
                        .getLiteralValue())
                .isEqualTo(8);
    }

    @Test
    void bareGet_withoutAccept_isServiceDescription() {
        assertThat(hub.get("/sparql").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/turtle");
    }

    @Test
    void bareGet_html_isAForm() {
        HttpResponse<String> answer = hub.get("/sparql", "Accept", "text/html,*/*;q=0.8");
        assertThat(answer.body())
                .contains(
                        "<textarea id=\"query\" name=\"query\"", "<label for=\"query\">", "PREFIX dct:", "10 seconds");
    }

    @Test
    void exampleQuery_isAnswered() {
        String example = QueryPages.read("example.rq");
        assertThat(hub.query(example).statusCode()).isEqualTo(200);
    }

    @Test
    void voidDescription_countsClassesAndProperties() {
        Graph graph = turtle(hub.get("/.well-known/void", "Accept", "text/turtle"));
        Node dataset = iri(SparqlHub.BASE + ".well-known/void#dataset");
        assertThat(graph.contains(
                        dataset, VOID.documents.asNode(), NodeFactory.createLiteralDT("2", XSDDatatype.XSDinteger)))
                .isTrue();
        assertThat(graph.find(dataset, VOID.classPartition.asNode(), Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(part -> graph.contains(
                                part, VOID._class.asNode(), iri("https://w3id.org/solution-atlas/ns#Solution")))
                        .toList())
                .hasSize(1);
        assertThat(graph.contains(dataset, VOID.sparqlEndpoint.asNode(), iri(SparqlHub.BASE + "sparql")))
                .isTrue();
    }

    @Test
    void voidDescription_followsTheData() {
        try (SparqlHub own = SparqlHub.start()) {
            own.get("/.well-known/void");
            SparqlHub.put(own.store(), "http://hub.test/solution/new", "<http://hub.test/x> dct:title \"x\" .");
            assertThat(own.get("/.well-known/void.nt").body()).contains("<http://rdfs.org/ns/void#documents> \"3\"");
        }
    }

    @Test
    void resultPage_isATableWithItsCompleteness() {
        HttpResponse<String> answer =
                hub.query("SELECT ?s ?o { ?s <http://purl.org/dc/terms/title> ?o }", "Accept", "text/html");
        assertThat(answer.body())
                .contains(
                        "<th scope=\"col\">s</th>",
                        "<td lang=\"en\">Tide atlas</td>",
                        "Complete: 3 rows.",
                        "Data version 2 of");
    }

    @Test
    void resultPage_inTheLanguageOfItsReader() {
        assertThat(hub.query("ASK { ?s ?p ?o }", "Accept", "text/html", "Accept-Language", "de")
                        .body())
                .contains("<html lang=\"de\">", "<td>ja</td>");
    }

    @Test
    void resultPage_cut() {
        String digits = "{ VALUES ?%s { 0 1 2 3 4 5 6 7 8 9 } }";
        String many = "SELECT * { " + digits.formatted("a") + digits.formatted("b") + digits.formatted("c")
                + digits.formatted("d") + " }";
        assertThat(hub.query(many, "Accept", "text/html").body())
                .contains("<strong>Cut at 1,000 rows; there are more.</strong>");
    }

    @Test
    void resultPage_ofAGraph() {
        assertThat(hub.query("DESCRIBE <http://hub.test/id/solution/meters>", "Accept", "text/html")
                        .body())
                .contains("<th scope=\"col\">property</th>", "Smart meters");
    }

    @Test
    void resultPage_escapesWhatItShows() {
        assertThat(hub.query(
                                "SELECT ('<script>alert(1)</script>' AS ?x) (IRI('javascript:alert(1)') AS ?y) { }",
                                "Accept",
                                "text/html")
                        .body())
                .doesNotContain("<script>alert", "href=\"javascript");
    }

    @Test
    void brokenQuery_html_comesBackInTheFormWithWhatIsWrong() {
        HttpResponse<String> answer = hub.query("SELECT nonsense WHERE", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .contains("<textarea", "SELECT nonsense WHERE</textarea>", "role=\"alert\"", "Line 1, column");
    }

    @Test
    void brokenQuery_formatOfPrograms_isAProblemForPrograms() {
        assertThat(hub.query("SELECT nonsense", "Accept", "application/json")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/problem+json");
    }
}
