package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a partner asks: {@code /sparql/own} knows nothing of what was copied from others, in no corner of SPARQL. */
class OwnEntriesTest {
    private static final Node OWN = NodeFactory.createURI("http://localhost:8080/solution/own");
    private static final Node COPY = NodeFactory.createURI("http://localhost:8080/hub/liberec/solution/copied");
    private static final Node PROPERTY = DCTerms.relation.asNode();
    private static final Node A = NodeFactory.createURI("urn:a");
    private static final Node B = NodeFactory.createURI("urn:b");
    private static final Node C = NodeFactory.createURI("urn:c");

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.empty();
        atlas.store().commit("test", "", writer -> {
            writer.replace(OWN, List.of(Triple.create(A, PROPERTY, B)));
            writer.replace(COPY, List.of(Triple.create(B, PROPERTY, C)));
        });
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static String asked(String path, String query) {
        HttpResponse<String> response = atlas.get(
                path + "?query="
                        + URLEncoder.encode("PREFIX dct: <http://purl.org/dc/terms/> " + query, StandardCharsets.UTF_8),
                "Accept",
                "text/csv");
        return response.body().replace("\r\n", " ").strip();
    }

    private static String own(String query) {
        return asked("/sparql/own", query);
    }

    @Test
    void pattern_findsOwnOnly() {
        assertThat(own("SELECT ?s ?o { ?s dct:relation ?o }")).isEqualTo("s,o urn:a,urn:b");
    }

    @Test
    void wholeEndpoint_findsCopiesToo() {
        assertThat(asked("/sparql", "SELECT (COUNT(*) AS ?n) { ?s dct:relation ?o }"))
                .isEqualTo("n 2");
    }

    @Test
    void pathThatRepeats_endsWhereOwnEnds() {
        assertThat(own("SELECT ?o { <urn:a> dct:relation+ ?o }")).isEqualTo("o urn:b");
    }

    @Test
    void wholeEndpointsPath_goesOn() {
        assertThat(asked("/sparql", "SELECT (COUNT(?o) AS ?n) { <urn:a> dct:relation+ ?o }"))
                .isEqualTo("n 2");
    }

    @Test
    void pathWithBothEndsOpen_findsOwnOnly() {
        assertThat(own("SELECT ?s ?o { ?s dct:relation+ ?o }")).isEqualTo("s,o urn:a,urn:b");
    }

    @Test
    void graphByVariable_findsOwnOnly() {
        assertThat(own("SELECT ?g { GRAPH ?g { ?s dct:relation ?o } }")).isEqualTo("g " + OWN.getURI());
    }

    @Test
    void graphByName_findsNoCopy() {
        assertThat(own("SELECT ?s { GRAPH <" + COPY.getURI() + "> { ?s ?p ?o } }"))
                .isEqualTo("s");
    }

    @Test
    void pathInGraphByName_findsNoCopy() {
        assertThat(own("SELECT ?o { GRAPH <" + COPY.getURI() + "> { <urn:b> dct:relation+ ?o } }"))
                .isEqualTo("o");
    }

    @Test
    void graphNames_areOwnOnly() {
        assertThat(own("SELECT ?g { GRAPH ?g { } FILTER(CONTAINS(STR(?g), \"localhost\")) }"))
                .isEqualTo("g " + OWN.getURI());
    }

    @Test
    void exists_seesOwnOnly() {
        assertThat(own("SELECT ?o { <urn:a> dct:relation ?o FILTER EXISTS { ?o dct:relation ?x } }"))
                .isEqualTo("o");
    }

    @Test
    void ask_seesOwnOnly() {
        assertThat(own("ASK { <urn:b> ?p ?o }")).contains("false");
    }

    @Test
    void optional_seesOwnOnly() {
        assertThat(own("SELECT ?o ?x { <urn:a> dct:relation ?o OPTIONAL { ?o dct:relation ?x } }"))
                .isEqualTo("o,x urn:b,");
    }

    @Test
    void count_seesOwnOnly() {
        assertThat(own("SELECT (COUNT(*) AS ?n) { ?s dct:relation ?o }")).isEqualTo("n 1");
    }

    @Test
    void describe_saysWhatIsOwnOnly() {
        HttpResponse<String> response = atlas.get(
                "/sparql/own?query=" + URLEncoder.encode("DESCRIBE <urn:b>", StandardCharsets.UTF_8),
                "Accept",
                "application/n-triples");

        assertThat(response.body()).isEmpty();
    }

    @Test
    void datasetOfTheAskersChoice_isRefused() {
        assertThat(asked("/sparql/own", "SELECT * FROM <" + COPY.getURI() + "> { ?s ?p ?o }"))
                .contains("no-choice-of-graphs");
    }
}
