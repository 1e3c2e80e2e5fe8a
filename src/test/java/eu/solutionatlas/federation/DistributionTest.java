package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.partner.Register;
import eu.solutionatlas.rdf.Iris;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which plain queries hubs answer by themselves, and what they are asked. */
class DistributionTest {
    private static final String PREFIXES = """
            PREFIX atlas: <https://w3id.org/solution-atlas/ns#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    private static final Targets TARGETS =
            Targets.of("here", new Iris("http://localhost:8080/"), List.of(), Register.EMPTY);

    private static Optional<Distribution.Distributed> distributed(String query) {
        return new Distribution(TARGETS).of(QueryFactory.create(PREFIXES + query));
    }

    private static String asked(String query) {
        return distributed(query).orElseThrow().query().serialize().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?s { ?s a atlas:Solution }",
                "SELECT * { ?s a atlas:Solution ; dct:title ?t FILTER(STRLEN(?t) > 3) }",
                "SELECT * { ?s a atlas:Solution OPTIONAL { ?s dct:license ?l } }",
                "SELECT * { ?s a atlas:Solution MINUS { ?s dct:license ?l } }",
                "SELECT * { ?s a atlas:Solution FILTER NOT EXISTS { ?s dct:license ?l } }",
                "SELECT * { ?s a atlas:Solution { ?s dct:title ?t } UNION { ?s dct:description ?t } }",
                "SELECT * { ?s a atlas:Solution ; dct:title|dct:description ?t }",
                "SELECT * { ?s a atlas:Solution ; atlas:provider ?a . ?a foaf:name ?n }",
                "SELECT * { ?s a atlas:Solution ; dcat:theme ?c OPTIONAL { ?c skos:prefLabel ?l } }",
                "SELECT * { ?s a atlas:Solution BIND(STR(?s) AS ?t) }",
                "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a atlas:Solution }",
                "SELECT (AVG(STRLEN(?t)) AS ?n) { ?s a atlas:Solution ; dct:title ?t }",
                "ASK { ?s a atlas:Actor }",
                "CONSTRUCT WHERE { ?s a atlas:Actor ; foaf:name ?n }",
            })
    void star_isDistributed(String query) {
        assertThat(distributed(query)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no entry is named
                "SELECT * { ?s ?p ?o }",
                "SELECT * { ?s dct:title ?t }",
                // what is said of something that is neither entry nor concept
                "SELECT * { ?s a atlas:Solution . ?r foaf:primaryTopic ?s }",
                "SELECT * { ?s a atlas:Solution ; dct:source ?x . ?x dct:title ?t }",
                "SELECT * { ?s a atlas:Solution . <urn:x> dct:title ?t }",
                // ways that leave the entry
                "SELECT * { ?s a atlas:Solution ; dct:source/dct:title ?t }",
                "SELECT * { ?s a atlas:Solution ; ^foaf:primaryTopic ?r }",
                "SELECT * { ?s a atlas:Solution ; atlas:buildsOn+ ?o }",
                // EXISTS, MINUS and OPTIONAL about something else
                "SELECT * { ?a a atlas:Actor FILTER NOT EXISTS { ?s atlas:provider ?a } }",
                "SELECT * { ?a a atlas:Actor MINUS { ?s atlas:provider ?a } }",
                "SELECT * { ?s a atlas:Solution OPTIONAL { ?s dcat:theme ?c . ?c skos:prefLabel ?l } }",
                // a variable of an optional part that something else binds too
                "SELECT * { ?s a atlas:Solution ; atlas:provider ?a . ?a foaf:name ?x OPTIONAL { ?s dct:license ?x } }",
                "SELECT * { ?s a atlas:Solution ; atlas:provider ?a ; dct:title ?t"
                        + " OPTIONAL { ?a foaf:name ?n FILTER(STR(?n) != STR(?t)) } }",
                // what is done with the rows looks at entries again
                "SELECT ?s (EXISTS { ?s dct:license ?l } AS ?open) { ?s a atlas:Solution }",
                "SELECT (SUM(IF(EXISTS { ?s dct:license ?l }, 1, 0)) AS ?n) { ?s a atlas:Solution }",
                "SELECT ?o { ?s a atlas:Solution } GROUP BY (EXISTS { ?s dct:license ?l } AS ?o)",
                "SELECT (COUNT(DISTINCT *) AS ?n) { ?s a atlas:Solution ; dcat:theme ?c }",
                "ASK { ?s a atlas:Solution } OFFSET 10",
                "ASK { ?s a atlas:Solution ; dcat:theme ?c } GROUP BY ?c HAVING (COUNT(?s) > 3)",
                "SELECT * { ?s a atlas:Solution BIND('none' AS ?x) MINUS { ?s dct:license ?x } }",
                "SELECT * { ?s a atlas:Solution BIND('none' AS ?x) OPTIONAL { ?s dct:license ?x } }",
                "SELECT * { ?s a atlas:Solution BIND(IRI('rel') AS ?i) }",
                // an order that matters
                "SELECT * { ?s a atlas:Solution OPTIONAL { ?s dct:license ?l } ?s atlas:startYear ?l }",
                "SELECT * { ?s a atlas:Solution MINUS { ?s dct:license ?l } ?s atlas:startYear ?l }",
                "SELECT * { ?s a atlas:Solution BIND(STR(?t) AS ?x) ?s dct:title ?t }",
                "SELECT * { ?s a atlas:Solution BIND(\"x\" AS ?t) ?s dct:title ?t }",
                // not the same everywhere and always
                "SELECT * { ?s a atlas:Solution FILTER(RAND() > 0.5) }",
                "SELECT * { ?s a atlas:Solution BIND(NOW() AS ?n) }",
                "SELECT * { ?s a atlas:Solution FILTER(<urn:f>(?s)) }",
                // other structures
                "SELECT * { { SELECT ?s { ?s a atlas:Solution } LIMIT 1 } ?s dct:title ?t }",
                "SELECT * { GRAPH ?g { ?s a atlas:Solution } }",
                "SELECT * { { ?s a atlas:Solution } UNION { ?s a atlas:Actor } }",
                "SELECT * { ?s a atlas:Solution VALUES ?s { <urn:a> } }",
                "SELECT * { ?s a atlas:Solution } VALUES ?s { <urn:a> }",
                "DESCRIBE ?s { ?s a atlas:Solution }",
            })
    void anythingElse_isNot(String query) {
        assertThat(distributed(query)).isEmpty();
    }

    @Test
    void firstRows_areAskedOfEachHub() {
        assertThat(asked("SELECT ?t { ?s a atlas:Solution ; dct:title ?t } ORDER BY ?t OFFSET 5 LIMIT 10"))
                .contains("ORDER BY ?t LIMIT 15 }");
    }

    @Test
    void firstRowsOfAJoin_areNot() {
        assertThat(asked("SELECT ?t ?n { ?s a atlas:Solution ; dct:title ?t ; atlas:provider ?a . ?a foaf:name ?n }"
                        + " ORDER BY ?t LIMIT 10"))
                .doesNotContain("LIMIT 10 }");
    }

    @Test
    void rowsOrderedByWhatIsComputedHere_areNotCutAtTheHub() {
        assertThat(asked("SELECT (UCASE(STR(?t)) AS ?x) { ?s a atlas:Solution ; dct:title ?t } ORDER BY ?x LIMIT 7"))
                .doesNotContain("LIMIT 7 }");
    }

    @Test
    void distinctRowsWithAnotherOrder_areNotCutAtTheHub() {
        assertThat(asked("SELECT DISTINCT ?t { ?s a atlas:Solution ; dct:title ?t ; atlas:startYear ?y } ORDER BY ?y"
                        + " LIMIT 10"))
                .doesNotContain("LIMIT 10 }");
    }

    @Test
    void columnsThatNobodyNeeds_areNotFetched() {
        assertThat(asked("SELECT ?t { ?s a atlas:Solution ; dct:title ?t ; dct:description ?d }"))
                .contains("SERVICE <urn:hubs:all> { { SELECT ?t WHERE");
    }

    @Test
    void counts_areSummed() {
        assertThat(asked("SELECT ?c (COUNT(?s) AS ?n) { ?s a atlas:Solution ; dcat:theme ?c } GROUP BY ?c"))
                .contains("(SUM(?_count0) AS ?n)", "(COUNT(?s) AS ?_count0)");
    }

    @Test
    void distinctCountOfSomethingElse_isMadeHere() {
        assertThat(asked("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a atlas:Solution ; dcat:theme ?c }"))
                .contains("(COUNT(DISTINCT ?c) AS ?n)")
                .doesNotContain("SUM(");
    }

    @Test
    void countsWithACondition_keepIt() {
        assertThat(asked("SELECT ?c { ?s a atlas:Solution ; dcat:theme ?c } GROUP BY ?c HAVING (COUNT(?s) > 2)"
                        + " ORDER BY DESC(COUNT(?s))"))
                .contains("HAVING ( SUM(?_count0) > 2 )", "ORDER BY DESC(SUM(?_count0))");
    }

    @Test
    void hubOfOtherSoftware_isNotAskedForFirstRows() {
        Target other = new Target(
                "other",
                Target.Access.ENDPOINT,
                Optional.of(URI.create("http://other.example/sparql")),
                List.of("http://other.example/"),
                List.of(),
                false);
        Block block =
                new Block(QueryFactory.create("SELECT ?s { ?s a <urn:x> } ORDER BY ?s LIMIT 3"), java.util.Set.of());

        assertThat(block.text(other)).doesNotContain("LIMIT");
    }

    @Test
    void hiddenEntry_isHeldToTheHubsOwn() {
        Target other = new Target(
                "other",
                Target.Access.ENDPOINT,
                Optional.of(URI.create("http://other.example/sparql")),
                List.of("http://other.example/"),
                List.of(),
                true);
        Block block = new Block(
                QueryFactory.create("SELECT (COUNT(*) AS ?n) { ?s a <urn:x> }"),
                java.util.Set.of(org.apache.jena.sparql.core.Var.alloc("s")));

        assertThat(block.text(other)).contains("strstarts(str(?s), \"http://other.example/\")");
    }

    @Test
    void computedProperty_isDistributedWhereEveryHubIsAnAtlas() {
        assertThat(distributed("SELECT ?s { ?s a atlas:Solution ; atlas:matches \"Parken\"@de }"))
                .isPresent();
    }
}
