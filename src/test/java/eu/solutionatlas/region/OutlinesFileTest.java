package eu.solutionatlas.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlinesFileTest {
    private static final String SQUARE =
            "{'type':'Polygon','coordinates':[[[14.5,51],[15,51],[15,51.5],[14.5,51.5],[14.5,51]]]}";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("outlines.geojson");
    }

    private String read(String json) throws IOException, OutlinesFile.Unusable {
        Files.writeString(file, json.replace('\'', '"'));
        return new String(OutlinesFile.read(file, Set.of("DED2D", "PL515")), StandardCharsets.UTF_8);
    }

    private static String collection(String features) {
        return "{'type':'FeatureCollection','features':[" + features + "]}";
    }

    private static String feature(String more, String geometry) {
        return "{'type':'Feature'," + more + ",'geometry':" + geometry + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'properties':{'NUTS_ID':'DED2D','id':7}",
                "'properties':{'id':'DED2D'}",
                "'properties':{'code':'DED2D'}",
                "'properties':null,'id':'DED2D'"
            })
    void code_whereverPeoplePutIt_isTheId(String where) throws Exception {
        assertThat(read(collection(feature(where, SQUARE)))).contains("\"id\":\"DED2D\"");
    }

    @Test
    void feature_keepsItsShapeAndNothingElse() throws Exception {
        String read = read(collection(feature("'properties':{'NUTS_ID':'DED2D','secret':'x'}", SQUARE)));

        assertThat(read).contains("[14.5,51.5]").doesNotContain("secret");
    }

    @Test
    void featureOfAnotherRegion_isLeftOut() throws Exception {
        String read = read(collection(feature("'id':'FR101'", SQUARE) + "," + feature("'id':'PL515'", SQUARE)));

        assertThat(read).contains("PL515").doesNotContain("FR101");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'Feature'}|no GeoJSON FeatureCollection",
                "[1, 2]|no GeoJSON FeatureCollection",
                "7|no GeoJSON FeatureCollection",
                "{'type':'FeatureCollection'}|no feature for any region",
                "{'type':'FeatureCollection','features':[{'type':'Polygon'}]}|no Feature, in place 1",
                "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{}}]}|without a NUTS code, the 1.",
                "{'type':'FeatureCollection','features':[{'type':'Feature','id':'Saxony'}]}|without a NUTS code",
                "{'type':'FeatureCollection','features':[|not well-formed JSON, at line 1",
                "no json|not well-formed JSON, at line 1"
            })
    void otherContent_saysWhatIsWrong(String json, String complaint) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(OutlinesFile.Unusable.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void emptyFile_isNoCollection() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("no GeoJSON FeatureCollection");
    }

    @Test
    void point_isNoOutline() {
        assertThatThrownBy(() -> read(collection(feature("'id':'DED2D'", "{'type':'Point','coordinates':[1,2]}"))))
                .hasMessageContaining("neither Polygon nor MultiPolygon: DED2D");
    }

    @Test
    void metres_areNoDegrees() {
        assertThatThrownBy(() -> read(collection(feature(
                        "'id':'DED2D'", "{'type':'Polygon','coordinates':[[[4570000,3080000],[4570001,3080001]]]}"))))
                .hasMessageContaining("EPSG:4326");
    }

    @Test
    void noFeatureOfTheMap_isRefused() {
        assertThatThrownBy(() -> read(collection(feature("'id':'FR101'", SQUARE))))
                .hasMessageContaining("no feature for any region of the map, among 1");
    }

    @Test
    void noFile_isSaid() {
        assertThatThrownBy(() -> OutlinesFile.read(file, Set.of())).hasMessage("is no file");
    }

    @Test
    void largeFile_isRefusedUnread() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((20 << 20) + 1);
        }

        assertThatThrownBy(() -> OutlinesFile.read(file, Set.of())).hasMessageContaining("larger than 20 MiB");
    }

    @Test
    void deepFile_isRefused() {
        assertThatThrownBy(() -> read("{'type':'FeatureCollection','features':[" + "[".repeat(100_000)))
                .isInstanceOf(OutlinesFile.Unusable.class);
    }
}
