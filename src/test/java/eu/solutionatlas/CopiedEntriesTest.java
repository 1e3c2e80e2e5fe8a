package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.PartnerHub;
import eu.solutionatlas.support.TestAtlas;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries copied from partner hubs, wherever people look for entries. */
class CopiedEntriesTest {
    private static final String COPY = "/hub/liberec/solution/smart-parking";

    private static TestAtlas atlas;
    private static PartnerHub liberec;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
        liberec = PartnerHub.register(atlas.store(), "liberec", "Liberec Atlas", "CZ051")
                .with("solution", "smart-parking", """
                        dct:title "Chytré parkování v Jablonci"@cs, "Smart parking in Jablonec"@en ;
                        dct:description "Sensors that show free spaces."@en ;
                        dcat:theme theme:smart-parking ; dct:spatial nuts:CZ051 ; atlas:status status:pilot ;
                        atlas:provider <id/actor/mesto-jablonec>, <http://localhost:8080/id/actor/lvb>""")
                .with("solution", "parking-app", """
                        dct:title "Parking app"@en ; dcat:theme theme:smart-parking ; dct:spatial nuts:CZ051 ;
                        atlas:buildsOn <id/solution/smart-parking> ; atlas:provider <id/actor/not-copied>""")
                .with("actor", "mesto-jablonec", """
                        foaf:name "Statutární město Jablonec"@cs, "City of Jablonec"@en ;
                        atlas:actorKind kind:municipality ; dct:spatial nuts:CZ051 ; schema:addressLocality "Jablonec" """)
                .withoutRecord("solution", "bare", """
                        dct:title "Bare entry of a plain endpoint"@en ; dcat:theme theme:energy ; dct:spatial nuts:CZ051""")
                .with("solution", "withdrawn", """
                        dct:title "Withdrawn ferry timetable"@en ; dct:spatial nuts:CZ051""")
                .harvest();
        liberec.withdraw("solution", "withdrawn");
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static String page(String path) {
        HttpResponse<String> answer = atlas.get(path, "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void search_findsThePartnersEntry_andSaysFromWhom() {
        assertThat(page("/solution?q=Jablonec"))
                .contains("href=\"" + COPY + "\"", "Smart parking in Jablonec", "From the hub Liberec Atlas");
    }

    @Test
    void search_findsThePartnersEntry_byTheNameOfItsProvider() {
        assertThat(page("/solution?q=Statut%C3%A1rn%C3%AD")).contains(COPY);
    }

    @Test
    void list_ofThisHub_hasNoCopies() {
        assertThat(page("/solution?q=Jablonec&hub=here")).doesNotContain(COPY);
    }

    @Test
    void list_ofOneHub_hasItsEntries() {
        assertThat(page("/solution?hub=liberec")).contains(">3 solutions<", "Liberec Atlas");
    }

    @Test
    void list_ofAHubThatIsNotRegistered_isUnknown() {
        assertThat(atlas.get("/solution?hub=nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void list_offersThisHubAndAll() {
        assertThat(page("/solution?theme=energy"))
                .contains("href=\"/solution?hub=here&amp;theme=energy\"", ">this hub</a>", ">all hubs</a>");
    }

    @Test
    void list_withoutPartners_offersNothingOfTheKind() {
        try (TestAtlas alone = TestAtlas.withRealData()) {
            assertThat(alone.get("/solution", "Accept", "text/html").body())
                    .doesNotContain("all hubs", "class=\"from\"");
        }
    }

    @Test
    void page_saysWhereTheEntryComesFrom() {
        assertThat(page(COPY))
                .contains(
                        "From the catalogue of",
                        "href=\"/hub/liberec\"",
                        "Copied on 23 November 2026",
                        "Their data version: 17",
                        "https://liberec.example/solution/smart-parking");
    }

    @Test
    void page_isNotForSearchEngines_butTheOriginalIs() {
        assertThat(page(COPY + "?lang=de"))
                .contains(
                        "<meta name=\"robots\" content=\"noindex\">",
                        "<link rel=\"canonical\" href=\"https://liberec.example/solution/smart-parking\">");
    }

    @Test
    void header_namesTheOriginalAsThePageDoes() {
        assertThat(atlas.get(COPY).headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link)
                        .startsWith("<https://liberec.example/solution/smart-parking>; rel=\"canonical\""));
    }

    @Test
    void page_ofAnEntryWithoutARecord_isItsOwnCanonical() {
        String path = liberec.document("solution", "bare").getURI().replace("http://localhost:8080", "");

        assertThat(page(path))
                .contains("<link rel=\"canonical\" href=\"http://localhost:8080" + path + "\">", "Copied from:");
    }

    @Test
    void page_linksToTheCopyOfWhatItNames() {
        assertThat(page(COPY))
                .contains("<a href=\"/hub/liberec/actor/mesto-jablonec\">City of Jablonec</a>", "href=\"/actor/lvb\"");
    }

    @Test
    void page_linksToThePartnerForWhatWasNotCopied() {
        assertThat(page("/hub/liberec/solution/parking-app"))
                .contains("href=\"https://liberec.example/id/actor/not-copied\"");
    }

    @Test
    void page_namesWhatBuildsOnIt() {
        assertThat(page(COPY)).contains("<a href=\"/hub/liberec/solution/parking-app\">Parking app</a>");
    }

    @Test
    void actorPage_ofACopy_leadsToTheListOfWhatItProvides() {
        assertThat(page("/hub/liberec/actor/mesto-jablonec"))
                .contains("href=\"" + COPY + "\"", "href=\"/solution?provider=liberec.mesto-jablonec\"");
    }

    @Test
    void list_cutByACopiedActor_hasItsEntries() {
        assertThat(page("/solution?provider=liberec.mesto-jablonec"))
                .contains(">1 solution<", COPY, "Remove the filter City of Jablonec");
    }

    @Test
    void actorPage_ofOurs_namesWhatItProvidesElsewhere() {
        assertThat(page("/actor/lvb")).contains("href=\"" + COPY + "\"");
    }

    @Test
    void solutionPage_ofOurs_namesWhatIsLikeItInAnotherHub() {
        assertThat(page("/solution/liberec-parking-guidance"))
                .contains("<a href=\"" + COPY + "\">Smart parking in Jablonec</a> <span class=\"from\">From the hub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/region/CZ051", "/theme/smart-parking"})
    void pagesAboutOtherThings_haveCopies(String path) {
        assertThat(page(path)).contains("href=\"" + COPY + "\"", "From the hub Liberec Atlas");
    }

    @Test
    void home_tellsOwnEntriesFromCopies() {
        assertThat(page("/"))
                .contains(
                        ">137 solutions</a>",
                        "Of this, 134 solutions and 200 actors are this hub’s own.",
                        "<a href=\"/federation\">1 hub</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "ttl,<https://liberec.example/id/solution/smart-parking>",
        "nt,<http://localhost:8080/id/hub/liberec>",
        "nq,<http://localhost:8080/hub/liberec/solution/smart-parking>",
        "rdf,https://liberec.example/solution/smart-parking",
        "jsonld,https://liberec.example/id/solution/smart-parking"
    })
    void data_ofACopy_keepsThePartnersIris(String suffix, String part) {
        HttpResponse<String> answer = atlas.get(COPY + "." + suffix);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hub/liberec/solution/withdrawn",
                "/hub/liberec/solution/never-there",
                "/hub/nowhere/solution/smart-parking",
                "/id/hub/liberec/solution/smart-parking",
                "/hub/liberec/solution/withdrawn.ttl"
            })
    void whatIsNotCopied_isNotFound(String path) {
        assertThat(atlas.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void search_afterAnEntryWasWithdrawn_doesNotFindIt() {
        assertThat(page("/solution?q=ferry&hub=liberec")).contains("0 solutions");
    }

    @Test
    void table_hasTheHub() {
        assertThat(atlas.get("/solution.csv?q=Jablonec&hub=liberec&lang=en").body())
                .contains("hub,hub_iri", "Liberec Atlas,http://localhost:8080/id/hub/liberec", ",2026-11-20,");
    }

    @Test
    void feed_hasTheHubAsAuthor() {
        assertThat(atlas.get("/solution.atom?hub=liberec").body())
                .contains("<name>Liberec Atlas</name>", "http://localhost:8080" + COPY);
    }

    @Test
    void dataOfAList_hasTheOrigin() {
        assertThat(atlas.get("/solution.nt?hub=liberec").body())
                .contains("<http://localhost:8080" + COPY
                        + "> <http://purl.org/dc/terms/publisher> <http://localhost:8080/id/hub/liberec>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/solution.jsonld?hub=liberec", "/solution.ttl?hub=liberec"})
    void dataOfAList_inEveryFormat_hasThePartnersIris(String path) {
        assertThat(atlas.get(path).body()).contains("https://liberec.example/id/solution/smart-parking");
    }

    @Test
    void suggestions_haveCopiesAndTheirHub() {
        assertThat(atlas.get("/suggest?q=Smart+parking+in&lang=en").body())
                .contains("http://localhost:8080" + COPY, "\"Liberec Atlas\"");
    }

    @Test
    void siteMaps_leaveCopiesOut() {
        assertThat(atlas.get("/sitemap/solution-1.xml").body())
                .contains("/solution/liberec-parking-guidance")
                .doesNotContain("/hub/liberec");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub=liberec",
                "hub=here",
                "hub=here&hub=liberec",
                "provider=liberec.mesto-jablonec",
                "theme=smart-parking"
            })
    void query_ofAList_findsWhatTheListFinds(String parameters) {
        String html = page("/solution?" + parameters);
        String query = html.replaceFirst("(?s).*/sparql\\?query=([^&]+)&amp;.*", "$1");
        List<String> found = atlas.get("/sparql?query=" + query, "Accept", "text/csv")
                .body()
                .lines()
                .skip(1)
                .toList();
        List<String> listed = atlas.get("/solution.csv?" + parameters)
                .body()
                .lines()
                .skip(1)
                .filter(line -> line.startsWith("http"))
                .toList();

        assertThat(found).as(URLEncoder.encode(query, StandardCharsets.UTF_8)).hasSameSizeAs(listed);
    }

    @Test
    void search_afterAProviderWasWithdrawn_findsItsSolutionsByItNoMore() {
        liberec.with("actor", "short-lived", """
                        foaf:name "Zanikla spolecnost"@cs ; atlas:actorKind kind:company ; dct:spatial nuts:CZ051""")
                .with("solution", "its-solution", """
                        dct:title "Tram bells"@en ; dct:spatial nuts:CZ051 ; atlas:provider <id/actor/short-lived>""")
                .harvest();
        assertThat(page("/solution?q=Zanikla+spolecnost")).contains("Tram bells");

        liberec.withdraw("actor", "short-lived");

        assertThat(page("/solution?q=Zanikla+spolecnost")).doesNotContain("Tram bells");
        liberec.withdraw("solution", "its-solution");
    }
}
