package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search and facets of the lists, over the real data. */
class ListsTest {
    private static final Pattern TOTAL = Pattern.compile("role=\"status\">([0-9]+) ");
    private static final Pattern VALUE = Pattern.compile(
            "<li><a href=\"([^\"]+)\" rel=\"nofollow\".*?</a> <span class=\"count\">(\\+?)([0-9]+)</span>");

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static String page(String path) {
        HttpResponse<String> answer = atlas.get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static int total(String page) {
        Matcher found = TOTAL.matcher(page);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/solution",
                "/solution?q=Parken",
                "/solution?theme=mobility",
                "/solution?theme=mobility&theme=energy&status=pilot",
                "/solution?region=DED",
                "/solution?region=DED&here=1",
                "/solution?q=daten&region=CZ&language=en",
                "/actor",
                "/actor?kind=municipality&region=DED"
            })
    void counts_areWhatTheClicksGive(String path) {
        int now = total(page(path));
        List<MatchResult> values = VALUE.matcher(page(path)).results().toList();

        assertThat(values)
                .isNotEmpty()
                .allSatisfy(value -> assertThat(total(page(value.group(1).replace("&amp;", "&"))))
                        .as(value.group(1))
                        .isEqualTo(Integer.parseInt(value.group(3))
                                + (value.group(2).isEmpty() ? 0 : now)));
    }

    /** Else it would read as the number of that value's own. */
    @Test
    void valueThatAddsToAnother_hasAPlus() {
        assertThat(page("/solution?theme=energy&region=DED&lang=en"))
                .containsPattern(">Brandenburg<[^\n]*class=\"count\">\\+[0-9]+<");
    }

    /** It would be that of the list without it, beside the number of the list with it. */
    @Test
    void chosenValue_hasNoNumber() {
        assertThat(page("/solution?theme=energy&region=DED&lang=en"))
                .containsPattern("aria-current=\"true\">Energy<[^\n]*</a>\n");
    }

    @Test
    void search_acrossLanguages_findsWhatIsWrittenInAnother() {
        assertThat(page("/solution?q=parkowanie&lang=en")).contains("/solution/liberec-parking-guidance");
    }

    @Test
    void search_mistyped_saysWhatWasMeant() {
        assertThat(page("/solution?q=Zwiling&lang=de")).contains("Meinten Sie", ">zwilling</a>");
    }

    @Test
    void nothingFound_offersTheListWithoutEachFilter() {
        assertThat(page("/solution?q=Parken&region=PL&lang=en"))
                .contains("0 solutions", "Nothing here fits all of that.", "without Parken", "without Poland");
    }

    @Test
    void nothingFound_offersTheNextWiderTheme() {
        assertThat(page("/solution?theme=smart-parking&region=DE402&lang=en"))
                .contains("0 solutions", "without Smart parking", "in Mobility instead");
    }

    @Test
    void data_ofASearch_hasItsEntries() {
        assertThat(atlas.get("/solution.nt?q=Hochwasser").body())
                .contains("id/solution/flood-information-goerlitz-zgorzelec")
                .doesNotContain("liberec-parking-guidance");
    }

    @ParameterizedTest
    @CsvSource({
        "/solution?theme=nonsense,404",
        "/solution?theme=Mobility%20,400",
        "/solution?region=XX9,404",
        "/solution?year=soon,400",
        "/solution?status=%3Cscript%3E,400",
        "/solution?sort=price,400",
        "/solution?page=1000000000,400",
        "/solution?page=99999,404",
        "/solution?q=a&q=b,400",
        "/solution?q=%FF%FE,400"
    })
    void badInput_isAFriendlyPage(String path, int status) {
        HttpResponse<String> answer = atlas.get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1>").doesNotContain("<script>");
    }

    @Test
    void data_ofAnUnknownValue_isNotAnEmptyList() {
        assertThat(atlas.get("/solution.ttl?theme=nonsense").statusCode()).isEqualTo(404);
    }

    static Stream<String> oddTexts() {
        return Stream.of(
                "%00", "%3Cscript%3Ealert(1)%3C/script%3E", "%22%27%3E", "*:*", "(((", "a%20AND%20", "%F0%9F%9A%8C");
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    void search_oddText_isAnsweredAndEscaped(String text) {
        HttpResponse<String> answer = atlas.get("/solution?q=" + text, "Accept", "text/html");

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @Test
    void search_tenKilobytes_isRefused() {
        assertThat(atlas.get("/solution?q=" + "a".repeat(10_000), "Accept", "text/html")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"en,What are you looking for?", "de,Was suchen Sie?", "pl,Czego szukasz?", "cs,Co hledáte?"})
    void page_inEachLanguage(String language, String words) {
        assertThat(page("/solution?lang=" + language)).contains("<html lang=\"" + language + "\">", words);
    }

    @Test
    void address_isTheSameForTheSameSelection() {
        String canonical =
                "<link rel=\"canonical\" href=\"http://localhost:8080/solution?q=bus&amp;theme=energy&amp;theme=mobility\">";

        assertThat(page("/solution?theme=mobility&theme=energy&q=bus&utm_source=x"))
                .contains(canonical);
    }
}
