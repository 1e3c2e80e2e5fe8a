package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import eu.solutionatlas.support.TestAtlas;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists in the forms for programs: tables, feeds, and queries that find the same. */
class ListDataTest {
    private static final Pattern ENTRY =
            Pattern.compile("^<([^>]+)> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", Pattern.MULTILINE);
    private static final Pattern QUERY_LINK = Pattern.compile("/sparql\\?query=([^&\"]+)&amp;format=html");

    private static final String BASE = TestAtlas.IRIS.base();

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static List<CSVRecord> table(String path) throws Exception {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(atlas.get(path).body()))) {
            return parser.getRecords();
        }
    }

    private static Set<String> entries(String path) {
        return ENTRY.matcher(atlas.get(path).body())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void csv_hasTheWholeListWithNames() throws Exception {
        List<CSVRecord> rows = table("/solution.csv?lang=de&sort=title");

        assertThat(rows).hasSize(134);
        CSVRecord shuttle = rows.stream()
                .filter(row -> row.get("iri").endsWith("/absolut-autonomous-shuttle"))
                .findFirst()
                .orElseThrow();
        assertThat(shuttle.toMap())
                .containsEntry("title", "ABSOLUT – autonomer Shuttle auf Abruf")
                .containsEntry("status", "in Erprobung")
                .containsEntry("status_as_of", "2022")
                .containsEntry("theme_codes", "automated-driving; mobility; on-demand-transport")
                .containsEntry("themes", "Automatisiertes Fahren; Mobilität; Bedarfsverkehr")
                .containsEntry("nuts_codes", "DED51")
                .containsEntry("providers", "Leipziger Verkehrsbetriebe (LVB)")
                .containsEntry("website", "https://absolut-project.com")
                .containsEntry("entered", "2026-11-24");
    }

    @Test
    void csv_ofASearch_hasTheEntriesOfTheList() throws Exception {
        Set<String> rows = table("/solution.csv?q=Parken&lang=de").stream()
                .map(row -> row.get("iri"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).isNotEmpty().isEqualTo(entries("/solution.nt?q=Parken&lang=de"));
    }

    @Test
    void nQuads_nameTheDocumentOfEachEntry() {
        assertThat(atlas.get("/solution.nq?q=Parken&lang=de").body().lines())
                .filteredOn(line -> line.startsWith("<" + BASE + "id/solution/"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .endsWith(" <" + BASE + line.substring(line.indexOf("id/") + 3, line.indexOf('>')) + "> ."));
    }

    private static Map<String, String> spreadsheet(String path) throws Exception {
        HttpResponse<byte[]> answer =
                atlas.send("GET", path, HttpRequest.BodyPublishers.noBody(), HttpResponse.BodyHandlers.ofByteArray());
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void spreadsheet_ofASearch_hasTheRowsOfTheTable() throws Exception {
        int rows = table("/solution.csv?q=Parken&lang=de").size();

        assertThat(spreadsheet("/solution.xlsx?q=Parken&lang=de"))
                .hasEntrySatisfying(
                        "xl/worksheets/sheet1.xml",
                        sheet -> assertThat(sheet.split("<row ", -1))
                                .hasSize(2 + rows)); // what is before the first, and the head
    }

    @Test
    void spreadsheet_yearsAreNumbers() throws Exception {
        assertThat(spreadsheet("/solution.xlsx?lang=de").get("xl/worksheets/sheet1.xml"))
                .contains("<v>2022</v>");
    }

    @Test
    void spreadsheet_saysWhatItIs() throws Exception {
        assertThat(spreadsheet("/actor.xlsx?region=DED&lang=en").get("xl/worksheets/sheet2.xml"))
                .contains(BASE + "actor?", "region=DED", "data version", "CC BY 4.0");
    }

    @Test
    void spreadsheet_saysTheTimeOfTheDataNotOfTheRequest() throws Exception {
        String at = atlas.store().version().at().truncatedTo(ChronoUnit.SECONDS).toString();

        assertThat(spreadsheet("/solution.xlsx?theme=energy").get("docProps/core.xml"))
                .contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + at);
    }

    @Test
    void atom_readsAsAFeedOfTheNewest() throws Exception {
        Feed feed = (Feed) new WireFeedInput()
                .build(new StringReader(
                        atlas.get("/solution.atom?theme=energy&lang=cs").body()));

        assertThat(feed.getId()).isEqualTo("http://localhost:8080/solution.atom?lang=cs&theme=energy");
        assertThat(feed.getEntries())
                .hasSizeBetween(1, 50)
                .allSatisfy(entry -> assertThat(entry.getId()).startsWith("http://localhost:8080/id/solution/"))
                .allSatisfy(entry -> assertThat(entry.getUpdated()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/solution",
                "/solution?q=Parken",
                "/solution?q=parkowanie&region=DED",
                "/solution?q=%22Zwiling%5C%22",
                "/solution?theme=mobility&theme=energy&status=pilot",
                "/solution?region=DED",
                "/solution?region=DED&here=1",
                "/solution?year=2021&year=2022",
                "/solution?language=pl",
                "/solution?code=yes",
                "/solution?hub=here&theme=energy",
                "/solution?provider=lvb",
                "/actor?kind=municipality&region=DED",
                "/actor?q=Leipzig"
            })
    void query_findsWhatTheListFinds(String list) {
        Matcher link = QUERY_LINK.matcher(
                atlas.get(list, "Accept", "text/html", "Accept-Language", "de").body());
        assertThat(link.find()).isTrue();
        String query = URLDecoder.decode(link.group(1), StandardCharsets.UTF_8);

        HttpResponse<String> answer =
                atlas.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/csv");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Set<String> found = answer.body()
                .lines()
                .skip(1)
                .map(line -> URI.create(line.substring(0, line.indexOf(','))).toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isNotEmpty().isEqualTo(entries(list.replaceFirst("^/(solution|actor)", "/$1.nt")));
    }

    @Test
    void matches_withoutWords_saysWhatItTakes() {
        String query = "SELECT * { ?entry <https://w3id.org/solution-atlas/ns#matches> ?words }";

        HttpResponse<String> answer =
                atlas.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("the words to look for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/solution.atom?q=%00", "/solution.atom?q=%01%02%1B[31m%0Aline", "/actor.atom?q=%EF%BF%BF"})
    void atom_ofOddCharacters_isWellFormed(String path) throws Exception {
        HttpResponse<String> answer = atlas.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new WireFeedInput().build(new StringReader(answer.body())).getFeedType())
                .isEqualTo("atom_1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "csv", "nt", "atom"})
    void words_thatAreVeryLongInAnAddress_areAnswered(String suffix) {
        String words = URLEncoder.encode("\u6f22".repeat(300), StandardCharsets.UTF_8);

        assertThat(atlas.get("/solution." + suffix + "?q=" + words).statusCode())
                .isEqualTo(200);
    }

    @Test
    void words_areReadInOneLanguageInEveryFormat() throws Exception {
        for (String words : List.of("wie%20die%20Stadt%20parkt", "Licht%20an", "Autobusy%20a%20vlaky")) {
            for (String language : List.of("de", "en", "pl", "cs")) {
                String question = "?q=" + words + "&lang=" + language;
                Set<String> rows = table("/solution.csv" + question).stream()
                        .map(row -> row.get("iri"))
                        .collect(Collectors.toCollection(TreeSet::new));

                assertThat(entries("/solution.nt" + question)).as(question).isEqualTo(rows);
            }
        }
    }

    @Test
    void matches_insideAGraph_isWhatThatGraphDescribes() {
        String query = "SELECT ?g ?x { GRAPH ?g { ?x <https://w3id.org/solution-atlas/ns#matches> \"parken\"@de } }";
        String answer = atlas.get(
                        "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/csv")
                .body();

        assertThat(answer.lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.replace("/id/", "/").split(",")[1]).isEqualTo(line.split(",")[0]));
    }
}
