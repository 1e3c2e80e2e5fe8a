package eu.solutionatlas.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Reconciliation Service API 0.2 over HTTP, its answers against schemas that were written from its text. */
class ReconcileRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.start(Map.of("atlas.sparql.requests-per-minute", "0"), java.nio.file.Path.of("data"));
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static HttpResponse<String> post(String parameter, String value) {
        return atlas.post("/reconcile", parameter + "=" + encoded(value), "Content-Type", FORM);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<String> response, String schema) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try (InputStream in = ReconcileRoutesTest.class.getResourceAsStream(schema + ".schema.json")) {
            JsonNode node = JSON.readTree(response.body());
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(in)
                            .validate(node))
                    .isEmpty();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode first(String query) {
        return json(post("queries", "{\"q\":" + query + "}"), "results").at("/q/result/0");
    }

    private static JsonNode problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void manifest_isOfTheForm() {
        JsonNode manifest = json(atlas.get("/reconcile"), "manifest");

        assertThat(manifest.path("identifierSpace").asText()).isEqualTo("http://localhost:8080/");
    }

    @Test
    void manifest_inALanguage_keepsIt() {
        assertThat(json(atlas.get("/reconcile?lang=de"), "manifest")
                        .at("/preview/url")
                        .asText())
                .endsWith("&lang=de");
    }

    @Test
    void answers_areReadableFromAnyPage() {
        assertThat(atlas.get("/reconcile", "Origin", "https://example.org")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }

    @Test
    void options_allowsPost() {
        HttpResponse<String> answer = atlas.send(
                "OPTIONS",
                "/reconcile",
                java.net.http.HttpRequest.BodyPublishers.noBody(),
                "Origin",
                "https://a.example");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("POST");
    }

    @Test
    void queries_byGet() {
        String queries = encoded("{\"a\":{\"query\":\"Stadt Leipzig\"}}");

        JsonNode found = json(atlas.get("/reconcile?queries=" + queries), "results");

        assertThat(found.at("/a/result/0/id").asText()).isEqualTo("id/actor/stadt-leipzig");
    }

    @Test
    void query_exactName_isAMatch() {
        assertThat(first("{\"query\":\"Leipziger Verkehrsbetriebe\",\"type\":\"actor\"}")
                        .path("match")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void query_twoOfThatName_isNoMatch() {
        assertThat(first("{\"query\":\"Bolesławiec\",\"type\":\"actor\"}")
                        .path("match")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void query_rowSaysOtherwise_isNoMatch() {
        assertThat(first(
                                "{\"query\":\"Stadt Leipzig\",\"type\":\"actor\",\"properties\":[{\"pid\":\"country\",\"v\":\"PL\"}]}")
                        .path("match")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void query_addressOfOne_isAMatch() {
        JsonNode found =
                first("{\"query\":\"\",\"properties\":[{\"pid\":\"homepage\",\"v\":\"https://www.xima.de/\"}]}");

        assertThat(found.path("id").asText()).isEqualTo("id/actor/xima");
        assertThat(found.path("match").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "id/actor/stadt-leipzig,id/actor/stadt-leipzig",
        "http://localhost:8080/id/actor/stadt-leipzig,id/actor/stadt-leipzig",
        "http://data.europa.eu/nuts/code/DED2,region/DED2",
        "https://w3id.org/solution-atlas/theme/energy,theme/energy"
    })
    void query_identifier_isAMatch(String asked, String id) {
        JsonNode found = first("{\"query\":\"" + asked + "\"}");

        assertThat(found.path("id").asText()).isEqualTo(id);
        assertThat(found.path("match").asBoolean()).isTrue();
    }

    @Test
    void query_limit() {
        JsonNode found = json(post("queries", "{\"q\":{\"query\":\"Stadt Dresden\",\"limit\":2}}"), "results");

        assertThat(found.at("/q/result")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "7",
                "\"x\"",
                "",
                "{\"q\":7}",
                "{\"q\":{}}",
                "{\"q\":{\"query\":{}}}",
                "{\"q\":{\"query\":\"a\",\"limit\":-1}}",
                "{\"q\":{\"query\":\"a\",\"limit\":\"x\"}}",
                "{\"q\":{\"query\":\"a\",\"type\":\"dragon\"}}",
                "{\"q\":{\"query\":\"a\",\"properties\":[{\"pid\":\"dragon\",\"v\":1}]}}",
                "{\"q\":{\"query\":\"a\",\"properties\":{}}}",
                "{\"q\":{\"query\":\"a\"},\"q\":{\"query\":\"a\"}}",
                "{\"q\":{\"query\":\"a\"}} x",
                "{\"q\":{\"query\":\"a\",\"type_strict\":\"very\"}}"
            })
    void queries_wrong(String queries) {
        HttpResponse<String> answer = post("queries", queries);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(problem(answer).path("detail").asText()).isNotBlank();
    }

    @Test
    void queries_tooMany() {
        StringBuilder many = new StringBuilder("{\"q\":{\"query\":\"a\"}");
        for (int i = 0; i < 50; i++) {
            many.append(",\"q").append(i).append("\":{\"query\":\"a\"}");
        }

        assertThat(post("queries", many + "}").statusCode()).isEqualTo(413);
    }

    @Test
    void queries_tooLarge() {
        assertThat(post("queries", "x".repeat(300_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void queries_deeplyNested() {
        assertThat(post("queries", "{\"q\":".repeat(5_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void post_noForm() {
        assertThat(atlas.post("/reconcile", "{}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void callback_isRefused() {
        assertThat(problem(atlas.get("/reconcile?callback=alert")).path("type").asText())
                .endsWith("no-jsonp");
    }

    /** Whatever is sent, the answer is one of ours. */
    @Test
    void queries_anything_neverFail() {
        Random random = new Random(20_261_128);
        String letters = "{}[]\":,\\0123456789.eE+-truefalsn qyp\u0000\uD83D\uDE00ßłİ(/)–„%&'*?~^";
        String whole =
                "{\"q\":{\"query\":\"Stadt Leipzig\",\"type\":[\"actor\"],\"limit\":3,\"properties\":[{\"pid\":\"region\",\"v\":[\"DED\",{\"id\":\"region/DED\"}]}]}}";
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder(whole);
            for (int change = 0; change <= random.nextInt(6); change++) {
                text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            }
            String name = text.toString();
            String parameter = round % 3 == 0 ? "extend" : "queries";
            String sent = round % 2 == 0 ? name : "{\"q\":{\"query\":" + JSON.valueToTree(name) + "}}";

            assertThat(post(parameter, sent).statusCode()).as(sent).isIn(200, 400);
        }
    }

    @Test
    void extend_values() {
        JsonNode rows = json(
                        post(
                                "extend",
                                "{\"ids\":[\"id/solution/absolut-autonomous-shuttle\",\"id/solution/none\"],\"properties\":[{\"id\":\"name\",\"settings\":{\"language\":\"de\"}},{\"id\":\"provider\"},{\"id\":\"start_year\"},{\"id\":\"entered\"},{\"id\":\"theme\",\"settings\":{\"limit\":1}},{\"id\":\"country\"}]}"),
                        "values")
                .path("rows");
        JsonNode row = rows.path("id/solution/absolut-autonomous-shuttle");

        assertThat(row.at("/name/0/str").asText()).isEqualTo("ABSOLUT – autonomer Shuttle auf Abruf");
        assertThat(row.at("/provider/0/id").asText()).isEqualTo("id/actor/lvb");
        assertThat(row.at("/start_year/0/int").asInt()).isEqualTo(2022);
        assertThat(row.at("/entered/0/date").asText()).isEqualTo("2026-11-24T00:00:00Z");
        assertThat(row.path("theme")).hasSize(1);
        assertThat(row.at("/country/0/id").asText()).isEqualTo("region/DE");
        assertThat(rows.at("/id~1solution~1none/name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"ids\":[1],\"properties\":[]}", "{\"ids\":[],\"properties\":[{\"id\":\"dragon\"}]}"})
    void extend_wrong(String extend) {
        assertThat(post("extend", extend).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor", "solution", "theme", "region"})
    void properties_haveValues(String type) {
        JsonNode proposed = json(atlas.get("/reconcile/properties?type=" + type), "proposal");
        List<String> ids = StreamSupport.stream(proposed.path("properties").spliterator(), false)
                .map(one -> "{\"id\":\"" + one.path("id").asText() + "\"}")
                .toList();
        String id = Map.of(
                        "actor", "id/actor/stadt-leipzig",
                        "solution", "id/solution/decidim",
                        "theme", "theme/open-data",
                        "region", "region/DED2")
                .get(type);

        JsonNode rows = json(post("extend", "{\"ids\":[\"" + id + "\"],\"properties\":" + ids + "}"), "values");

        assertThat(rows.path("rows").path(id)).hasSize(ids.size());
        assertThat(rows.path("rows").path(id).path("name")).isNotEmpty();
    }

    @Test
    void suggestEntity_prefix() {
        JsonNode found = json(atlas.get("/reconcile/suggest/entity?prefix=Hoyersw&type=actor"), "suggestions");

        assertThat(found.at("/result/0/id").asText()).startsWith("id/actor/");
    }

    @Test
    void suggestEntity_cursor_goesOn() {
        String all = "/reconcile/suggest/entity?prefix=stadt&type=actor";

        assertThat(json(atlas.get(all + "&cursor=1"), "suggestions").at("/result/0"))
                .isEqualTo(json(atlas.get(all), "suggestions").at("/result/1"));
    }

    @ParameterizedTest
    @CsvSource({"property,reg", "type,act", "type,''"})
    void suggest_others(String what, String prefix) {
        assertThat(json(atlas.get("/reconcile/suggest/" + what + "?prefix=" + prefix), "suggestions")
                        .path("result"))
                .isNotEmpty();
    }

    @Test
    void flyout_tells() {
        assertThat(json(atlas.get("/reconcile/flyout/entity?id=region/DED2"), "flyout")
                        .path("html")
                        .asText())
                .contains("DED2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "pl", "cs"})
    void preview_mayBeFramed(String language) {
        HttpResponse<String> page = atlas.get("/reconcile/preview?id=id/solution/flexa-leipzig&lang=" + language);

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors *");
        assertThat(page.body())
                .contains("Flexa")
                .contains("lang=\"" + language + "\"")
                .doesNotContain("<script");
    }

    @Test
    void otherPages_mayNotBeFramed() {
        assertThat(atlas.get("/solution/flexa-leipzig")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/reconcile/preview?id=none", "/reconcile/view?id=id/actor/none", "/reconcile/flyout/entity?id=x"
            })
    void unknownThing_isNotFound(String path) {
        assertThat(atlas.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"id/actor/xima,actor/xima", "region%2FDED2,region/DED2", "theme/energy,theme/energy"})
    void view_leadsToThePage(String id, String page) {
        HttpResponse<String> answer = atlas.get("/reconcile/view?id=" + id);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://localhost:8080/" + page);
    }

    @Test
    void tooManyRequests_areToldWhenToComeBack() {
        Map<String, String> strict = Map.of("atlas.sparql.requests-per-minute", "1", "atlas.sparql.burst", "1");
        try (TestAtlas limited = TestAtlas.start(strict)) {
            limited.get("/reconcile");
            HttpResponse<String> second = limited.get("/reconcile");

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void batchOfLongNames_countsAsManyRequests() {
        Map<String, String> strict = Map.of("atlas.sparql.requests-per-minute", "1", "atlas.sparql.burst", "3");
        try (TestAtlas limited = TestAtlas.start(strict)) {
            String names = "{\"a\":{\"query\":\"" + "name ".repeat(95) + "\"},\"b\":{\"query\":\"" + "name ".repeat(95)
                    + "\"},\"c\":{\"query\":\"" + "name ".repeat(95) + "\"}}";

            assertThat(limited.get("/reconcile?queries=" + encoded(names)).statusCode())
                    .isEqualTo(200);
            assertThat(limited.get("/reconcile").statusCode()).isEqualTo(429);
        }
    }
}
