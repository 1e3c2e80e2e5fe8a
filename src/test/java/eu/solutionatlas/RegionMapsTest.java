package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.settings.SettingsException;
import eu.solutionatlas.support.TestAtlas;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The maps on the pages of regions, and the outlines that an operator may add to them. */
class RegionMapsTest {
    private static final Pattern TILE =
            Pattern.compile("data-code=\"(\\w+)\".*?<span class=\"number\"[^>]*>(\\d+)</span>");
    private static final Pattern TOTAL = Pattern.compile("class=\"found\"[^>]*>(\\d+) ");
    private static final String OUTLINES = "/region/outlines.geojson";

    @TempDir
    static Path directory;

    private static TestAtlas plain;
    private static TestAtlas outlined;

    @BeforeAll
    static void start() throws IOException {
        plain = TestAtlas.withRealData();
        Path file = Files.writeString(directory.resolve("outlines.geojson"), """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": {"NUTS_ID": "DED2D"}, "geometry": {"type": "Polygon",
                    "coordinates": [[[14.5, 50.8], [15.0, 50.8], [15.0, 51.5], [14.5, 51.5], [14.5, 50.8]]]}}]}
                """);
        outlined = TestAtlas.start(
                Map.of("atlas.map.outlines", file.toString(), "atlas.map.attribution", "© Land & Survey <2026>"));
    }

    @AfterAll
    static void stop() {
        plain.close();
        outlined.close();
    }

    private static String page(TestAtlas atlas, String path) {
        HttpResponse<String> answer = atlas.get(path, "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Code to number of the tiles of a page. */
    private static Map<String, Integer> tiles(String path) {
        Map<String, Integer> tiles = new TreeMap<>();
        TILE.matcher(page(plain, path))
                .results()
                .forEach(tile -> tiles.put(tile.group(1), Integer.valueOf(tile.group(2))));
        return tiles;
    }

    @Test
    void tiles_ofAllLevels_haveTheNumberThatTheListHas() {
        Map<String, Integer> tiles = new TreeMap<>();
        Stream.of("", "/DE", "/PL", "/CZ", "/DE40", "/DED2", "/DED4", "/DED5", "/PL43", "/PL51", "/PL52")
                .forEach(path -> tiles.putAll(tiles("/region" + path)));
        Stream.of("/CZ03", "/CZ05", "/CZ06", "/CZ08").forEach(path -> tiles.putAll(tiles("/region" + path)));

        assertThat(tiles)
                .hasSizeGreaterThan(70)
                .allSatisfy((code, number) -> assertThat(TOTAL.matcher(page(plain, "/solution?region=" + code))
                                .results())
                        .as(code)
                        .extracting(total -> Integer.valueOf(total.group(1)))
                        .containsExactly(number));
    }

    @Test
    void page_ofASmallRegion_marksItsTile() {
        assertThat(page(plain, "/region/DED2D")).containsOnlyOnce("aria-current=\"page\"><span class=\"name\">Görlitz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/region", "/region/DE", "/region/DED2D", "/"})
    void page_withoutOutlines_loadsNoScriptForThem(String path) {
        assertThat(page(plain, path)).doesNotContain("leaflet", "map.js", "data-outlines");
    }

    @Test
    void outlines_withoutSetting_areNotThere() {
        assertThat(plain.get(OUTLINES).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/region", "/region/DE", "/region/DED2D"})
    void page_withOutlines_namesThemAndTheirOrigin(String path) {
        assertThat(page(outlined, path))
                .contains("data-outlines=\"/region/outlines.geojson?v=", "© Land &amp; Survey &lt;2026&gt;")
                .containsPattern("<script src=\"/assets/leaflet\\.\\w+\\.js\" defer")
                .containsPattern("<script src=\"/assets/map\\.\\w+\\.js\" defer");
    }

    @Test
    void outlines_areServedAsGeoJson() {
        HttpResponse<String> answer = outlined.get(OUTLINES);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=86400");
        assertThat(answer.body()).startsWith("{\"type\":\"FeatureCollection\"").contains("\"id\":\"DED2D\"");
    }

    @Test
    void outlines_compressed_areTheSame() throws IOException {
        HttpResponse<byte[]> answer = outlined.send(
                "GET", OUTLINES, BodyPublishers.noBody(), BodyHandlers.ofByteArray(), "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(new String(unpacked, StandardCharsets.UTF_8))
                .isEqualTo(outlined.get(OUTLINES).body());
    }

    @Test
    void outlines_known_areNotSentAgain() {
        String etag = outlined.get(OUTLINES).headers().firstValue("ETag").orElseThrow();

        assertThat(outlined.get(OUTLINES, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(outlined.get(OUTLINES, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void start_outlinesMissing_saysWhichSetting() {
        String missing = directory.resolve("nothing.geojson").toString();

        assertThatThrownBy(() -> TestAtlas.start(Map.of("atlas.map.outlines", missing)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("atlas.map.outlines: " + missing + " is no file");
    }

    @Test
    void start_outlinesOfAnotherKind_saysWhatIsExpected() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.json"), "{\"type\": \"Topology\"}");

        assertThatThrownBy(() -> TestAtlas.start(Map.of("atlas.map.outlines", wrong.toString())))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("atlas.map.outlines: " + wrong)
                .hasMessageContaining("FeatureCollection");
    }

    @Test
    void pages_letOurOwnScriptsRunAndNoOthers() {
        assertThat(plain.get("/region").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("script-src 'self';", "connect-src 'self';")
                        .doesNotContain("unsafe"));
    }
}
