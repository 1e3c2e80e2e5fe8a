package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results as charts and on the map, over the catalogue as it is delivered, and what links of their page keep. */
class ResultViewsTest {
    private static final String REGIONS = "SELECT ?region ?n { VALUES (?region ?n) { %s } }";

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static HttpResponse<String> page(String query, String parameters) {
        return atlas.get(
                "/sparql?format=html&prefixes=known&lang=en&query=" + SparqlHub.encode(query) + parameters,
                "Accept",
                "text/html");
    }

    private static String chart(String values) {
        return page("SELECT ?name ?n { VALUES (?name ?n) { " + values + " } }", "&view=chart")
                .body();
    }

    /** Of sums, which may be added up. */
    private static String map(String values) {
        return mapOf("SUM", values);
    }

    private static String mapOf(String function, String values) {
        return page(
                        "SELECT ?region (" + function + "(?x) AS ?n) { VALUES (?region ?x) { " + values
                                + " } } GROUP BY ?region",
                        "&view=map")
                .body();
    }

    /** Of rows that the query says nothing about. */
    private static String listed(String values) {
        return page(REGIONS.formatted(values), "&view=map").body();
    }

    /** The number on the tile of a region. */
    private static String tile(String page, String code) {
        var tile = Pattern.compile("class=\"number\" aria-hidden=\"true\">([^<]*)</span><span class=\"code\""
                        + " aria-hidden=\"true\">" + code + "<")
                .matcher(page);
        assertThat(tile.find()).as("tile of " + code).isTrue();
        return tile.group(1);
    }

    @Test
    void views_textAndNumber_tableOrChart() {
        assertThat(page("SELECT ?name ?n { VALUES (?name ?n) { ('a' 1) } }", "").body())
                .contains(">Table</a>", "&amp;view=chart&amp;lang=en\">Chart</a>")
                .doesNotContain("view=map");
    }

    @Test
    void views_textsAlone_noChoice() {
        assertThat(page("SELECT ?name { VALUES ?name { 'a' } }", "").body()).doesNotContain("class=\"views\"");
    }

    @Test
    void chart_longestBarFillsTheRoom() {
        assertThat(chart("('all' 40) ('half' 20)"))
                .contains("<rect x=\"0.00%\" width=\"100.00%\"", "<rect x=\"0.00%\" width=\"50.00%\"");
    }

    @Test
    void chart_negativeNumber_pointsToTheLeft() {
        assertThat(chart("('up' 30) ('down' -10)"))
                .contains("<rect x=\"25.00%\" width=\"75.00%\"", "<rect x=\"0.00%\" width=\"25.00%\"");
    }

    @Test
    void chart_numbersWhoseDifferenceIsNoDouble_areDrawn() {
        assertThat(chart("('up' 1.0e308) ('down' -1.0e308)")).contains("<rect x=\"50.00%\" width=\"50.00%\"");
    }

    @Test
    void chart_noNumber_noBar() {
        assertThat(chart("('known' 3) ('unknown' UNDEF)")).contains(">–</td>", "width=\"0.00%\"");
    }

    @ParameterizedTest
    @CsvSource({"1234567, '1,234,567'", "0.5, 0.5", "1.0e3, 1.0e3"})
    void chart_number_asWritten(String literal, String shown) {
        assertThat(chart("('a' " + literal + ")")).contains("<td class=\"number\">" + shown + "</td>");
    }

    @Test
    void chart_notANumber_isATable() {
        assertThat(chart("('a' \"NaN\"^^xsd:double)")).contains("This result makes no chart");
    }

    @Test
    void table_controlCharacters_areVisible() {
        assertThat(page("SELECT ('a\\u0000\\u001Bb' AS ?x) { }", "").body()).contains("a␀␛b");
    }

    @Test
    void chart_ofRegions_hasTheirNames() {
        assertThat(page(REGIONS.formatted("(nuts:DED5 3)"), "&view=chart").body())
                .contains(">Leipzig</a></th>")
                .doesNotContain("/DED5</a></th>");
    }

    @Test
    void chart_ofRegionsWithOneName_tellsThemApart() {
        assertThat(page(REGIONS.formatted("(nuts:DE4 3) (nuts:DE40 3)"), "&view=chart")
                        .body())
                .contains(">Brandenburg (DE4)</a></th>", ">Brandenburg (DE40)</a></th>");
    }

    @Test
    void chart_twoColumnsOfNumbers_twoCharts() {
        String page = page("SELECT ?name ?a ?b { VALUES (?name ?a ?b) { ('x' 1 2) } }", "&view=chart")
                .body();

        assertThat(page.split("<table class=\"bars\">", -1)).hasSize(3);
    }

    @Test
    void chart_moreRowsThanBars_saysSo() {
        String page = page("SELECT ?s (1 AS ?one) { ?s a atlas:Solution } LIMIT 120", "&view=chart")
                .body();

        assertThat(page).contains("Rows without a bar: 20.");
    }

    @Test
    void chart_ofTexts_isATableThatSaysWhy() {
        assertThat(page("SELECT ?name { VALUES ?name { 'a' } }", "&view=chart").body())
                .contains("This result makes no chart", "<table class=\"result\">");
    }

    @Test
    void map_rowsOfParts_areAddedUp() {
        String page = map("(nuts:DED51 3) (nuts:DED52 4) (nuts:CZ05 1)");

        assertThat(tile(page, "DED5")).isEqualTo("7");
        assertThat(page).contains("the sum of its own rows");
    }

    @Test
    void map_oneOfTwoColumnsOfRegions_saysWhichItIs() {
        String two =
                "SELECT ?from ?to (COUNT(?s) AS ?n) { VALUES (?from ?to) { (nuts:DED5 nuts:CZ05) } ?s a atlas:Solution }"
                        + " GROUP BY ?from ?to";

        assertThat(page(two, "&view=map").body()).contains("The regions are those of from.", "does not show: to.");
        assertThat(map("(nuts:DED51 3)")).doesNotContain("The regions are those of");
    }

    @Test
    void chart_ofACutResult_saysThatItHasTheFirstRowsOnly() {
        assertThat(page("SELECT ?p (STRLEN(STR(?o)) AS ?n) { ?s ?p ?o }", "&view=chart")
                        .body())
                .contains("Only the first 100 rows of the result have a bar.")
                .doesNotContain("They are in the table");
    }

    /** Counted by regions, of which most are parts of the map's; something of it is left out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT DISTINCT ?r (COUNT(?s) AS ?n) { ?s a atlas:Solution ; dct:spatial ?r ; atlas:status ?t } GROUP BY ?r ?t",
                "SELECT ?r (COUNT(?s) AS ?n) { ?s a atlas:Solution ; dct:spatial ?r } GROUP BY ?r HAVING (COUNT(?s) > 3)",
                "SELECT ?r (COUNT(?s) AS ?n) { ?s a atlas:Solution ; dct:spatial ?r } GROUP BY ?r ORDER BY DESC(?n) LIMIT 5",
                "SELECT ?r (COUNT(?s) AS ?n) { ?s a atlas:Solution ; dct:spatial ?r } GROUP BY ?r ORDER BY ?r OFFSET 2",
                "SELECT ?r ?n { { SELECT ?r (COUNT(?s) AS ?n) { ?s a atlas:Solution ; dct:spatial ?r } GROUP BY ?r } }"
                        + " VALUES ?x { 1 2 3 }",
                "SELECT DISTINCT ?r ?n { { SELECT ?r ?n { { SELECT ?r (COUNT(?s) AS ?n)"
                        + " { ?s a atlas:Solution ; dct:spatial ?r ; atlas:status ?t } GROUP BY ?r ?t } } } }",
                "SELECT DISTINCT ?r ?n { { SELECT ?r (COUNT(?s) AS ?n)"
                        + " { ?s a atlas:Solution ; dct:spatial ?r ; atlas:status ?t } GROUP BY ?r ?t } }"
            })
    void map_ofAQueryThatLeavesRowsOut_addsNothingUp(String query) {
        assertThat(page(query, "&view=map").body())
                .containsAnyOf("the query leaves rows out")
                .doesNotContain("the sum of its own rows", "how many rows it and its");
    }

    @Test
    void map_limitThatIsNotReached_leavesNothingOut() {
        assertThat(page(
                                "SELECT ?r (COUNT(?s) AS ?n) { ?s a atlas:Solution ; dct:spatial ?r } GROUP BY ?r LIMIT 500",
                                "&view=map")
                        .body())
                .contains("the sum of its own rows");
    }

    @Test
    void map_meansOfASubquery_areNotCountedAsRows() {
        assertThat(page(
                                "SELECT ?r ?m { { SELECT ?r (AVG(STRLEN(STR(?s))) AS ?m)"
                                        + " { ?s a atlas:Solution ; dct:spatial ?r } GROUP BY ?r } }",
                                "&view=map")
                        .body())
                .contains("Each region shows the number of its own row.")
                .doesNotContain("how many rows it and its");
    }

    @Test
    void map_meanOfNothing_isATableThatSaysWhy() {
        assertThat(page("SELECT ?r (AVG(?y) AS ?m) { ?s atlas:startYear ?y ; dct:spatial ?r } GROUP BY ?r", "&view=map")
                        .body())
                .contains("there is no number in what came of it");
    }

    private static String counted(String path) {
        return page(
                        "SELECT ?region (COUNT(DISTINCT ?s) AS ?n) { ?s a atlas:Solution ; " + path
                                + " ?region FILTER(STRSTARTS(STR(?region), STR(nuts:DED))) } GROUP BY ?region",
                        "&view=map")
                .body();
    }

    @Test
    void map_queryThatCountsUpwards_isShownAsItIs() {
        String page = counted("dct:spatial/skos:broader*");

        assertThat(page).contains("which holds those of its parts");
    }

    private static String grouped(String pattern) {
        return page(
                        "SELECT ?region (COUNT(DISTINCT ?s) AS ?n) { ?s a atlas:Solution . " + pattern
                                + " } GROUP BY ?region",
                        "&view=map")
                .body();
    }

    /** As the query that goes up the tree in so many words. */
    private static String truth(String code) {
        return tile(grouped("?s dct:spatial/skos:broader* ?region"), code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?s dct:spatial ?p . ?p skos:broader* ?region",
                "?s dct:spatial/skos:broader* ?a BIND(?a AS ?region)",
                "?s dct:spatial ?p . ?region ^skos:broader* ?p",
                "?s dct:spatial ?p . ?region a atlas:Region FILTER EXISTS { ?p skos:broader* ?region }"
            })
    void map_queryThatGoesUpInOtherWords_countsNothingTwice(String pattern) {
        assertThat(tile(grouped(pattern), "DE40")).isEqualTo(truth("DE40"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?s dct:spatial ?region . nuts:DED21 skos:broader* ?region",
                "?s dct:spatial ?region . ?any skos:broader+ ?region",
                "?s dct:spatial ?region . ?s dcat:theme/skos:broader* theme:mobility"
            })
    void map_pathUpThatIsNotThatOfWhatIsCounted_isNotTakenForIt(String pattern) {
        assertThat(grouped(pattern)).doesNotContain("which holds those of its parts");
    }

    @Test
    void map_renamedColumn_isThatOfItsVariable() {
        String page = page(
                        "SELECT (?a AS ?region) (COUNT(DISTINCT ?s) AS ?n)"
                                + " { ?s a atlas:Solution ; dct:spatial/skos:broader* ?a } GROUP BY ?a",
                        "&view=map")
                .body();

        assertThat(page).contains("which holds those of its parts");
    }

    @Test
    void map_thingsAtTheirRegions_areAddedUp() {
        assertThat(grouped("?s dct:spatial ?region")).contains("the sum of its own rows and of those of its parts");
    }

    @Test
    void map_severalOwnRowsThatHoldTheirParts_areSaidToBeASum() {
        String page = page(
                        "SELECT ?region ?theme (COUNT(?s) AS ?n) { ?s a atlas:Solution ;"
                                + " dct:spatial/skos:broader* ?region ; dcat:theme ?theme } GROUP BY ?region ?theme",
                        "&view=map")
                .body();

        assertThat(page).contains("the sum of its own rows, which hold those of its parts");
    }

    @Test
    void map_regionChosenOutOfAGroup_isATableThatSaysWhy() {
        assertThat(page(
                                "SELECT (SAMPLE(?p) AS ?region) ?st (COUNT(?s) AS ?n)"
                                        + " { ?s dct:spatial ?p ; atlas:status ?st } GROUP BY ?st",
                                "&view=map")
                        .body())
                .contains("does not group by its regions", "<table class=\"result\">");
    }

    @Test
    void map_rowOfARegionBesidesItsParts_ofWhichNothingIsKnown_standsAlone() {
        String page = map("(nuts:DED5 6) (nuts:DED51 3) (nuts:DED52 4)");

        assertThat(tile(page, "DED5")).isEqualTo("6");
        assertThat(page).contains("Each region shows its own rows only.");
    }

    @Test
    void map_largerAreas_areCountedApart() {
        assertThat(map("(nuts:DED5 1) (nuts:DE 9) (nuts:PL 9)")).contains("not in these numbers: 2.");
    }

    @ParameterizedTest
    @CsvSource({"MIN, 2016, smallest", "MAX, 2020, largest"})
    void map_extremesOfParts_areTheExtremeOfTheWhole(String function, String extreme, String word) {
        String page = mapOf(function, "(nuts:DED51 2020) (nuts:DED52 2016) (nuts:DED5 2018)");

        assertThat(tile(page, "DED5")).isEqualTo(extreme);
        assertThat(page).contains("Each region shows the " + word + " number");
    }

    @Test
    void map_means_areThoseOfTheRegionsThemselves() {
        String page = mapOf("AVG", "(nuts:DED51 2020) (nuts:DED5 1.5) (nuts:DED5 1.25)");

        assertThat(tile(page, "DED5")).isEqualTo("1.375");
        assertThat(page).contains("Numbers of its parts are left out", "not in these numbers: 1.");
    }

    @Test
    void map_meansOfPartsAlone_isATableThatSaysWhy() {
        assertThat(mapOf("AVG", "(nuts:DED51 3) (nuts:DED52 4)"))
                .contains("several numbers for one region", "<table class=\"result\">");
    }

    @Test
    void map_numbersOfUnknownKind_oneForEachRegion_areShownAsTheyAre() {
        String page = listed("(nuts:DED5 2019) (nuts:CZ05 2017)");

        assertThat(tile(page, "DED5")).isEqualTo("2019");
        assertThat(page).contains("n: 2017");
    }

    @Test
    void map_numbersOfUnknownKind_ofParts_areNotAddedUp() {
        String page = listed("(nuts:DED51 2019) (nuts:DED52 2017)");

        assertThat(tile(page, "DED5")).isEqualTo("2");
        assertThat(page).contains("rows: 2", "The numbers of n are not used");
    }

    @Test
    void map_countOfASubquery_thatIsHandedOn_isAddedUp() {
        String page = page(
                        "SELECT ?region ?n { { SELECT ?region (SUM(?x) AS ?n)"
                                + " { VALUES (?region ?x) { (nuts:DED51 3) (nuts:DED52 4) } } GROUP BY ?region } }",
                        "&view=map")
                .body();

        assertThat(tile(page, "DED5")).isEqualTo("7");
    }

    @Test
    void map_countsOfDifferentThings_areAtMostTheirSum() {
        String page = page(
                        "SELECT ?region (COUNT(DISTINCT ?x) AS ?n)"
                                + " { VALUES (?region ?x) { (nuts:DED51 1) (nuts:DED52 1) (nuts:DED2 1) } } GROUP BY ?region",
                        "&view=map")
                .body();

        assertThat(tile(page, "DED5")).isEqualTo("≤ 2");
        assertThat(tile(page, "DED2")).isEqualTo("1");
        assertThat(page).contains("at most (≤)");
    }

    @Test
    void map_yearAndCount_showsTheCount() {
        String page = page(
                        "SELECT ?year ?region (COUNT(?x) AS ?n)"
                                + " { VALUES (?year ?region ?x) { (2019 nuts:DED5 1) (2020 nuts:DED5 2) } }"
                                + " GROUP BY ?year ?region",
                        "&view=map")
                .body();

        assertThat(tile(page, "DED5")).isEqualTo("2");
        assertThat(page).contains("n: 2");
    }

    @Test
    void map_yearsAsTheDataHasThem_areYears() {
        assertThat(tile(mapOf("MIN", "(nuts:DED51 '2020'^^xsd:gYear) (nuts:DED52 '2016'^^xsd:gYear)"), "DED5"))
                .isEqualTo("2016");
    }

    @Test
    void map_oneStepUpThatNeedNotBeMade_isNotCountedTwice() {
        assertThat(counted("dct:spatial/skos:broader?")).contains("which holds those of its parts");
    }

    @Test
    void map_numberBeyondCounts_isOnTheMap() {
        assertThat(tile(map("(nuts:DED5 5000000000)"), "DED5")).isEqualTo("5,000,000,000");
    }

    @Test
    void map_regionWithoutARow_isNotNought() {
        String page = map("(nuts:DED5 0)");

        assertThat(tile(page, "DED5")).isEqualTo("0");
        assertThat(tile(page, "DED2")).isEqualTo("–");
    }

    @Test
    void map_rowWithoutANumber_isNotNought() {
        String page = listed("(nuts:DED5 7) (nuts:DED2 UNDEF)");

        assertThat(tile(page, "DED2")).isEqualTo("–");
        assertThat(page).contains("not in these numbers: 1.");
    }

    /** A row for a part, one for the region around it, and more for what is around that. */
    @Test
    void map_rowsOfAQueryThatGoesUpwards_areNotCountedTwice() {
        String page = page("SELECT ?region { VALUES ?part { nuts:DED51 } ?part skos:broader* ?region }", "&view=map")
                .body();

        assertThat(tile(page, "DED5")).isEqualTo("1");
        assertThat(page).contains("Each region shows its own rows only.");
    }

    @Test
    void map_noNumbers_countsRows() {
        String page = page(
                        "SELECT ?thing ?region { VALUES (?thing ?region) { ('a' nuts:DED51) ('b' nuts:DED51) } }",
                        "&view=map")
                .body();

        assertThat(tile(page, "DED5")).isEqualTo("2");
        assertThat(page).contains("rows: 2");
    }

    @Test
    void map_ofTexts_isATableThatSaysWhy() {
        assertThat(page("SELECT ?name { VALUES ?name { 'a' } }", "&view=map").body())
                .contains("This result makes no map", "<table class=\"result\">");
    }

    @Test
    void view_unknown_isExplainedAboveTheForm() {
        HttpResponse<String> answer = page("SELECT ?name { VALUES ?name { 'a' } }", "&view=globe");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("There is no view \"globe\".");
    }

    @Test
    void page_inAnotherLanguage_isTheSameResult() {
        assertThat(page("SELECT ?name ?n { VALUES (?name ?n) { ('a' 1) } }", "&view=chart")
                        .body())
                .containsPattern("href=\"/sparql\\?format=html&amp;query=[^\"]*&amp;view=chart&amp;lang=de\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=csv&amp;query=", "q=1", "<input type=\"hidden\" name=\"timeout\" value=\"5\">"})
    void page_withALimit_keepsIt(String part) {
        String page =
                page("SELECT ?name { VALUES ?name { 'a' } }", "&timeout=5").body();

        assertThat(page).contains(part.startsWith("<") ? part : "/sparql?timeout=5&amp;" + part);
    }

    @Test
    void link_withALimit_opensAFormThatHasIt() {
        assertThat(atlas.get("/sparql?example=by-theme&timeout=5").body())
                .contains("<input type=\"hidden\" name=\"timeout\" value=\"5\">");
    }

    @Test
    void page_isKeptForReadersOfItsLanguageAlone() {
        assertThat(page("ASK {}", "").headers().firstValue("Vary").orElse("")).contains("Accept-Language", "Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONSTRUCT { ?s a atlas:X . ?s dct:title ?t } { ?s a atlas:Solution ; dct:title ?t } LIMIT 3",
                "DESCRIBE ?s { ?s a atlas:Solution } LIMIT 2",
                "SELECT ?s { ?s a atlas:Solution } OFFSET 100",
                "SELECT ?s { ?s a atlas:Solution } LIMIT 0"
            })
    void page_ofAPart_callsNothingComplete(String query) {
        assertThat(page(query, "").body()).doesNotContain("Complete").doesNotContain("nowhere together");
    }

    @Test
    void graph_withWhatXmlCannotHold_isAProblemThatSaysSo() {
        assertThat(atlas.get(
                                "/sparql?query="
                                        + SparqlHub.encode("CONSTRUCT { <a:a> <b:b> ?t } { BIND('x\\u0001' AS ?t) }"),
                                "Accept",
                                "application/rdf+xml")
                        .statusCode())
                .isEqualTo(422);
    }
}
