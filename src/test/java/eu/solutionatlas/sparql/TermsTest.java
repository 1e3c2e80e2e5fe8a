package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What completes queries, over the catalogue as it is delivered. */
class TermsTest {
    private static final String PATH = "/sparql/terms.json?lang=de";

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static JsonNode all() throws IOException {
        return new ObjectMapper().readTree(atlas.get(PATH).body());
    }

    private static List<JsonNode> terms() throws IOException {
        return StreamSupport.stream(all().get("terms").spliterator(), false).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "atlas:Solution, class, Lösung",
        "atlas:Actor, class, Akteur",
        "dct:title, property, Titel",
        "theme:mobility, theme, Mobilität",
        "status:in-operation, status, in Betrieb",
        "nuts:DED, region, Sachsen"
    })
    void terms_haveKindAndLabel(String name, String kind, String label) throws IOException {
        assertThat(terms())
                .anySatisfy(term -> assertThat(List.of(
                                term.get(0).asText(),
                                term.get(1).asText(),
                                term.get(2).asText()))
                        .isEqualTo(List.of(name, kind, label)));
    }

    @Test
    void terms_propertyOfTheOntologyWithoutData_isThere() throws IOException {
        assertThat(terms()).anyMatch(term -> term.get(0).asText().equals("atlas:matches"));
    }

    @Test
    void terms_mostUsedFirst() throws IOException {
        List<String> names = terms().stream().map(term -> term.get(0).asText()).toList();

        assertThat(names.indexOf("dct:title")).isLessThan(names.indexOf("atlas:matches"));
    }

    @Test
    void terms_eachCanStandInAQuery() throws IOException {
        StringBuilder query = new StringBuilder();
        all().get("prefixes")
                .properties()
                .forEach(prefix -> query.append(
                        "PREFIX " + prefix.getKey() + ": <" + prefix.getValue().asText() + ">\n"));
        query.append("SELECT * { VALUES ?term {");
        terms().forEach(term -> query.append(' ').append(term.get(0).asText()));

        assertThat(QueryFactory.create(query + " } }").isSelectType()).isTrue();
    }

    @Test
    void terms_again_areNotSentAgain() {
        String etag = atlas.get(PATH).headers().firstValue("ETag").orElseThrow();

        assertThat(atlas.get(PATH, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void terms_afterAChange_haveWhatIsNew() {
        try (SparqlHub own = SparqlHub.start()) {
            own.get(PATH);
            SparqlHub.put(own.store(), "http://hub.test/solution/new", "<http://hub.test/x> <urn:new:property> 'x' .");

            assertThat(own.get(PATH).body()).contains("<urn:new:property>");
        }
    }
}
