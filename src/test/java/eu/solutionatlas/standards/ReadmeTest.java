package eu.solutionatlas.standards;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the README shows is what a reader gets. */
class ReadmeTest {
    private static final Pattern QUERY = Pattern.compile("--data-urlencode 'query=(.*?)'\n\n(.*?)\n\n", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("curl (?:-[LO] )?http://localhost:8080(/\\S+)");

    private static TestAtlas atlas;
    private static String readme;

    @BeforeAll
    static void start() throws IOException {
        atlas = TestAtlas.withRealData();
        readme = Files.readString(Path.of("README.md"));
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    @Test
    void query_hasTheAnswerShown() {
        Matcher shown = QUERY.matcher(readme);
        assertThat(shown.find()).isTrue();

        String answer = atlas.get(
                        "/sparql?query=" + URLEncoder.encode(shown.group(1), StandardCharsets.UTF_8),
                        "Accept",
                        "text/csv")
                .body();

        assertThat(answer.lines()).isEqualTo(lines(shown.group(2)));
    }

    private static List<String> lines(String indented) {
        return indented.lines().map(String::strip).toList();
    }

    @Test
    void addresses_answer() {
        List<String> paths =
                ADDRESS.matcher(readme).results().map(found -> found.group(1)).toList();

        assertThat(paths)
                .hasSizeGreaterThan(6)
                .allSatisfy(path -> assertThat(atlas.get(path).statusCode())
                        .as(path)
                        .isIn(200, 302, 303, 503)); // a dump may still be in the making
    }

    @Test
    void links_leadToFiles() {
        Matcher links = Pattern.compile("\\]\\(([^)]+)\\)").matcher(readme);
        assertThat(links.results()
                        .map(found -> found.group(1))
                        .filter(link -> URI.create(link).getScheme() == null))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of(link)).exists());
    }
}
