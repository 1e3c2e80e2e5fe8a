package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example queries, each run over the catalogue as it is delivered, and their page. */
class ExampleQueriesTest {
    private static final Set<String> LANGUAGES = Set.of("en", "de", "pl", "cs");
    /** Questions about several hubs that the catalogue of one alone has no answer to. */
    private static final Set<String> EMPTY_ALONE = Set.of("07-same-name");

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static List<ExampleQuery> all() {
        return ExampleQueries.load(TestAtlas.IRIS).all();
    }

    static Stream<String> names() {
        return all().stream().map(ExampleQuery::name);
    }

    private static ExampleQuery example(String name) {
        return ExampleQueries.load(TestAtlas.IRIS).named(name).orElseThrow();
    }

    private static HttpResponse<String> whenRun(ExampleQuery example, String accept) {
        return atlas.get(
                example.path() + "?query=" + URLEncoder.encode(example.text(), StandardCharsets.UTF_8),
                "Accept",
                accept);
    }

    private static Graph graph(HttpResponse<String> response) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(response.body(), Lang.TURTLE).parse(graph);
        return graph;
    }

    @Test
    void examples_atLeastTwenty() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("names")
    void run_hasAnAnswer(String name) {
        ExampleQuery example = example(name);
        var query = QueryFactory.create(example.text());
        HttpResponse<String> response = whenRun(
                example, query.isConstructType() ? "text/turtle" : query.isAskType() ? "application/json" : "text/csv");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        if (query.isConstructType()) {
            assertThat(graph(response).isEmpty()).isFalse();
        } else if (query.isAskType()) {
            assertThat(response.body().replaceAll("\\s", "")).contains("\"boolean\":true");
        } else {
            assertThat(response.body().lines().skip(1).findAny().isEmpty()).isEqualTo(EMPTY_ALONE.contains(name));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void question_inAllLanguages(String name) {
        assertThat(example(name).question().byLanguage().keySet()).isEqualTo(LANGUAGES);
    }

    @ParameterizedTest
    @MethodSource("names")
    void shows_inAllLanguages(String name) {
        assertThat(example(name).shows().byLanguage().keySet()).isEqualTo(LANGUAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "pl", "cs"})
    void page_showsEachQuestion(String language) {
        String page = atlas.get("/sparql/examples?lang=" + language, "Accept", "text/html")
                .body();

        assertThat(all())
                .allSatisfy(one -> assertThat(page)
                        .contains("id=\"" + one.name() + "\"")
                        .contains(one.question().in(language, "").text()));
    }

    @Test
    void data_hasEachQuery() {
        Graph graph = graph(atlas.get("/sparql/examples", "Accept", "text/turtle"));

        assertThat(graph.isIsomorphicWith(ExampleQueries.load(TestAtlas.IRIS).graph()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("names")
    void form_opensExample(String name) {
        ExampleQuery example = example(name);
        HttpResponse<String> response = atlas.get(example.path() + "?example=" + name);

        assertThat(response.body())
                .contains(example.text()
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;"));
    }

    @Test
    void form_unknownExample() {
        assertThat(atlas.get("/sparql?example=none").statusCode()).isEqualTo(404);
    }
}
