package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page to download from, of a hub that has written two sets. */
class DownloadPageTest {
    private static final Pattern FILE = Pattern.compile("href=\"(/dump/[^\"]+/([^\"/]+))\">\\2</a></th>");
    private static final String REMOVED = "smart-village-app";

    private static TestAtlas atlas;
    private static String first;
    private static JsonNode manifest;

    @BeforeAll
    static void start() throws IOException {
        atlas = TestAtlas.start(Map.of("atlas.dump.every", "10ms"), Path.of("data"));
        first = await(1).path("id").asText();
        Node added = TestAtlas.IRIS.thing("solution", "written-by-the-test");
        Node removed = TestAtlas.IRIS.document("solution", REMOVED);
        atlas.store().commit("test", "changes", writer -> {
            writer.replace(
                    TestAtlas.IRIS.document("solution", "written-by-the-test"),
                    List.of(
                            Triple.create(added, RDF.type.asNode(), eu.solutionatlas.rdf.vocab.ATLAS.Solution),
                            Triple.create(
                                    added,
                                    DCTerms.title.asNode(),
                                    NodeFactory.createLiteralLang("Bees & <Birds>", "de"))));
            writer.replace(removed, List.of(Triple.create(removed, RDF.type.asNode(), AS.Tombstone)));
        });
        manifest = await(atlas.store().version().number());
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    /** Waits for a set of a data version or a later one, and gives its manifest. */
    private static JsonNode await(long version) throws IOException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            HttpResponse<String> latest = atlas.get("/dump/latest/manifest.json");
            if (latest.statusCode() == 302
                    && latest.headers().firstValueAsLong("Atlas-Data-Version").orElse(0) >= version) {
                return new ObjectMapper()
                        .readTree(atlas.get(
                                        latest.headers().firstValue("Location").orElseThrow())
                                .body());
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no dump of data version " + version);
    }

    private static String page(String language) {
        HttpResponse<String> answer = atlas.get("/download?lang=" + language, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void files_areThoseOfTheNewestSet() {
        List<String> shown =
                FILE.matcher(page("en")).results().map(found -> found.group(1)).toList();
        List<String> there = manifest.path("files").findValuesAsText("name").stream()
                .map(name -> "/dump/" + manifest.path("id").asText() + "/" + name)
                .toList();

        assertThat(shown).hasSize(there.size() + 1).containsAll(there).anyMatch(path -> path.endsWith("manifest.json"));
    }

    @Test
    void files_haveTheirChecksumsAndCounts() {
        String page = page("en");

        manifest.path("files")
                .forEach(file -> assertThat(page).contains(file.path("sha256").asText()));
        assertThat(page).contains("134 rows", "200 rows", " triples");
    }

    @Test
    void everyFile_isDescribedInEveryLanguage() {
        for (String language : List.of("de", "pl", "cs")) {
            assertThat(page(language)).as(language).doesNotContain("<td role=\"cell\" lang=");
        }
    }

    @Test
    void news_areLinkedWithTheirNamesAndTheSetBefore() {
        String page = page("de");

        assertThat(page)
                .contains(
                        "href=\"/solution/written-by-the-test?lang=de\">Bees &amp; &lt;Birds&gt;</a>",
                        "Hinzugekommen: 1 Lösung",
                        "Entfernt: 1 Lösung",
                        "href=\"/solution/" + REMOVED + "?lang=de\">",
                        "/since/" + first + "?lang=de\">");
    }

    @Test
    void numbers_areThoseOfTheSet() throws IOException {
        JsonNode figures = new ObjectMapper()
                .readTree(atlas.get("/dump/" + manifest.path("id").asText() + "/figures.json")
                        .body());
        String page = page("en");

        assertThat(figures.path("solutions").asInt()).isEqualTo(134);
        assertThat(page).contains("data version " + manifest.path("dataVersion").asText());
        figures.path("themes")
                .path("counts")
                .forEach(theme -> assertThat(page)
                        .contains("href=\"/solution?theme=" + theme.path("code").asText()
                                + "&amp;hub=here&amp;lang=en\">"
                                + theme.path("names").path("en").asText().replace("&", "&amp;"))
                        .contains("<td>" + theme.path("exactly").asText() + "</td><td>"
                                + theme.path("withBelow").asText() + "</td>"));
        assertThat(page).contains("<svg class=\"chart\"");
    }

    @Test
    void links_leadSomewhere() {
        Matcher links = Pattern.compile("<(?:a|link) [^>]*href=\"(/[^\"#]*)").matcher(page("pl"));
        List<String> targets = links.results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();

        assertThat(targets).hasSizeGreaterThan(100);
        assertThat(targets)
                .allSatisfy(target -> assertThat(atlas.head(target, "Accept", "text/html,*/*;q=0.8")
                                .statusCode())
                        .as(target)
                        .isIn(200, 410));
    }

    @Test
    void earlierSets_areListed() {
        assertThat(page("en"))
                .contains(
                        "href=\"/dump/" + first + "?lang=en\">" + first + "</a>",
                        "/solution-atlas-" + first + ".zip\"");
    }

    @Test
    void citation_namesTheLastingAddressAndLicence() {
        assertThat(page("en"))
                .contains(
                        "dump/" + manifest.path("id").asText() + "/</a>. Licence: CC BY 4.0.",
                        "citation.bib",
                        "citation.ris")
                .contains("@misc{solution-atlas-");
    }

    @Test
    void age_isSaidInWords() {
        assertThat(page("de")).containsAnyOf("Gerade eben", "Vor ").contains("Der nächste");
    }

    @Test
    void answer_isAskedForAnewEachTime() {
        HttpResponse<String> answer = atlas.get("/download");

        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
        assertThat(answer.headers().firstValue("Last-Modified")).isEmpty();
    }

    @Test
    void dumpDirectory_leadsPeopleToThePageAndTellsMachinesTheSets() {
        HttpResponse<String> people =
                atlas.get("/dump", "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        HttpResponse<String> machines = atlas.get("/dump", "Accept", "*/*");

        assertThat(people.statusCode()).isEqualTo(302);
        assertThat(people.headers().firstValue("Location")).hasValue("/download");
        assertThat(machines.statusCode()).isEqualTo(200);
        assertThat(machines.body()).contains("\"latest\" : ", "/manifest.json");
    }

    @Test
    void hubThatWritesNone_saysSoAndWhy() {
        try (TestAtlas never = TestAtlas.empty()) {
            HttpResponse<String> file = never.get("/dump/catalogue.nq.gz");

            assertThat(file.statusCode()).isEqualTo(404);
            assertThat(file.body()).contains("atlas.dump.every").doesNotContain("being written");
            assertThat(never.get("/download", "Accept", "text/html").body())
                    .contains("There are no files: this hub does not write any by itself");
        }
    }
}
