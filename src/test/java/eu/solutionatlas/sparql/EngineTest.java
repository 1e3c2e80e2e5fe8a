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
}
