package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.support.TestAtlas;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What pages say to search engines, browsers and link previews. */
class MachinePagesTest {
    private static final String BASE = "http://localhost:8080/";
    private static final Pattern STRUCTURED =
            Pattern.compile("<script type=\"application/ld\\+json\">([^<]*)</script>");

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static Document xml(String path) throws Exception {
        HttpResponse<String> answer = atlas.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> places(String path) throws Exception {
        NodeList found = xml(path).getElementsByTagName("loc");
        List<String> places = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            places.add(found.item(i).getTextContent());
        }
        return places;
    }

    @ParameterizedTest
    @CsvSource({
        "/,WebSite",
        "/about,Dataset",
        "/solution/liberec-parking-guidance,Service",
        "/actor/lvb,Organization",
        "/theme/mobility,DefinedTerm",
        "/region/DED2D,AdministrativeArea"
    })
    void page_saysWhatItIsAbout(String path, String type) throws Exception {
        Matcher found =
                STRUCTURED.matcher(atlas.get(path, "Accept", "text/html").body());
        assertThat(found.find()).isTrue();
        JsonNode about = new ObjectMapper().readTree(found.group(1));

        assertThat(about.path("@context").asText()).isEqualTo("https://schema.org");
        assertThat(about.path("@type").asText()).isEqualTo(type);
        assertThat(about.path("name").asText()).isNotBlank();
    }

    @Test
    void page_ofASolution_namesProviderAndRegion() throws Exception {
        Matcher found = STRUCTURED.matcher(atlas.get("/solution/liberec-parking-guidance", "Accept", "text/html")
                .body());
        assertThat(found.find()).isTrue();
        JsonNode about = new ObjectMapper().readTree(found.group(1));

        assertThat(about.at("/provider/0/name").asText()).isEqualTo("City of Liberec");
        assertThat(about.at("/provider/0/url").asText()).startsWith(BASE + "actor/");
        assertThat(about.at("/areaServed/0/name").asText()).isEqualTo("Liberec Region");
    }

    @Test
    void page_hasAPreview() {
        assertThat(atlas.get("/solution/liberec-parking-guidance?lang=de", "Accept", "text/html")
                        .body())
                .contains(
                        "<meta property=\"og:title\" content=\"Parkleitsystem Liberec\">",
                        "<meta property=\"og:url\" content=\"" + BASE + "solution/liberec-parking-guidance?lang=de\">",
                        "<meta property=\"og:locale\" content=\"de_DE\">");
    }

    @Test
    void sitemap_namesEveryEntryOnce() throws Exception {
        List<String> all = new ArrayList<>();
        for (String map : places("/sitemap.xml")) {
            all.addAll(places(map.substring(BASE.length() - 1)));
        }

        assertThat(all)
                .doesNotHaveDuplicates()
                .contains(BASE, BASE + "about", BASE + "theme/mobility", BASE + "region/DED2D")
                .filteredOn(place -> place.matches(".*/(solution|actor)/.*"))
                .hasSize(334);
    }

    @Test
    void sitemap_unchanged_isNotSentAgain() {
        String etag = atlas.get("/sitemap/solution-1.xml")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(atlas.get("/sitemap/solution-1.xml", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void sitemap_everyPageIsThere() throws Exception {
        for (String place : places("/sitemap/pages.xml")) {
            String path = place.substring(BASE.length() - 1);
            assertThat(atlas.get(path, "Accept", "text/html").statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"/sitemap/solution-2.xml", "/sitemap/solution-0.xml", "/sitemap/solution-x.xml"})
    void sitemap_unknown(String path) {
        assertThat(atlas.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void robots_nameTheSitemap() {
        assertThat(atlas.get("/robots.txt").body()).contains("Sitemap: " + BASE + "sitemap.xml");
    }

    @Test
    void suggestions_areTitlesInTheReadersLanguage() throws Exception {
        HttpResponse<String> answer = atlas.get("/suggest?q=parkl&lang=de");
        JsonNode suggestions = new ObjectMapper().readTree(answer.body());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-suggestions+json");
        assertThat(suggestions.at("/0").asText()).isEqualTo("parkl");
        assertThat(suggestions.at("/1/0").asText()).isEqualTo("Parkleitsystem Liberec");
        assertThat(suggestions.at("/3/0").asText()).isEqualTo(BASE + "solution/liberec-parking-guidance");
    }

    @ParameterizedTest
    @CsvSource({
        "/suggest?q=a&kind=nonsense,400",
        "/suggest?q=a&lang=xx,400",
        "/suggest?q=%00%3Cscript%3E,200",
        "/suggest,200"
    })
    void suggestions_oddQuestions(String path, int status) {
        assertThat(atlas.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void openSearch_pointsToTheSearch() throws Exception {
        NodeList urls = xml("/opensearch.xml").getElementsByTagName("Url");

        assertThat(urls.item(0).getAttributes().getNamedItem("template").getTextContent())
                .isEqualTo(BASE + "solution?q={searchTerms}");
    }

    @Test
    void language_chosen_isACookieForThisHubOnly() {
        assertThat(atlas.get("/?lang=pl", "Accept", "text/html").headers().firstValue("Set-Cookie"))
                .hasValue("atlas-language=pl; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    }

    @ParameterizedTest
    @CsvSource({"atlas-language=cs,cs", "atlas-language=xx,de", "other=1,de"})
    void language_remembered_comesBeforeTheBrowsers(String cookie, String language) {
        assertThat(atlas.get("/", "Accept", "text/html", "Accept-Language", "de", "Cookie", cookie)
                        .body())
                .contains("<html lang=\"" + language + "\">");
    }
}
