package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that ARQ over TDB2 6.0.0 fails on by itself. */
class EngineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a <urn:x:none> ?b . OPTIONAL { ?a ?p ?q . ?q ?r ?t } }",
                "SELECT * { ?a <urn:x:none> ?b . OPTIONAL { ?a ?p ?q } OPTIONAL { ?b ?r ?t . ?t ?u ?v } }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f . FILTER(?a = 'none') }",
                "SELECT * { ?s ?p ?o FILTER(STRLEN(STR(?o)) > 1000) { ?o ?q ?r . ?r ?t ?u } }",
                "SELECT * { VALUES ?s { } ?s ?p ?o . ?o ?q ?r }",
                "SELECT * { GRAPH <http://hub.test/none> { ?a ?b ?c } ?c ?d ?e . ?e ?f ?g }"
            })
    void nothingInTheFirstStep_isAnEmptyAnswer(String query) {
        try (SparqlHub hub = SparqlHub.start()) {
            assertThat(hub.query(query, "Accept", "text/csv").body().lines()).hasSize(1);
        }
    }

    /** What is counted without looking is what there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "?x ?p ?o",
                "?s ?p ?x . ?x ?q ?r",
                "?s ?p ?o FILTER(isIRI(?o)) OPTIONAL { ?o ?q ?x }",
                "?s ?p ?x OPTIONAL { ?x ?q ?r }",
                "{ ?s ?p ?x } UNION { ?s ?p ?o }",
                "GRAPH ?x { ?s ?p ?o }",
                "GRAPH ?g { ?s ?p ?x FILTER(isLiteral(?x)) }",
                "?s ?p ?o BIND(IF(isIRI(?o), 1/0, ?o) AS ?x)",
                "?s !<urn:x:none> ?x",
                "?s ?p ?o { SELECT ?x { ?a ?b ?c OPTIONAL { ?c ?d ?x } } }",
                "?s ?p ?o VALUES ?x { 1 UNDEF }"
            })
    void count_ofVariable_isHowManyRowsBindIt(String pattern) {
        try (SparqlHub hub = SparqlHub.start()) {
            String counted = hub.query("SELECT (COUNT(?x) AS ?n) { " + pattern + " }", "Accept", "text/csv")
                    .body();
            String looked = hub.query(
                            "SELECT (SUM(IF(BOUND(?x), 1, 0)) AS ?n) { " + pattern + " }", "Accept", "text/csv")
                    .body();

            assertThat(counted).isEqualTo(looked);
        }
    }
}
