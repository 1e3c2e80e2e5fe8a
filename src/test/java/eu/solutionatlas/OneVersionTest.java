package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.dump.DumpSet;
import eu.solutionatlas.dump.SetWriter;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is asked while the data changes, the answer names the data version that it shows. The title of one entry is, in
 * each version, the number of that version.
 */
class OneVersionTest {
    private static final String PATH = "solution/absolut-autonomous-shuttle";
    private static final Node DOCUMENT = NodeFactory.createURI(TestAtlas.IRIS.base() + PATH);
    private static final Node THING = NodeFactory.createURI(TestAtlas.IRIS.base() + "id/" + PATH);
    private static final Pattern TITLE = Pattern.compile("Numbered (\\d+)");
    private static final Pattern FOOTER = Pattern.compile("[Dd]ata version (\\d+)");
    private static final int ROUNDS = 20;

    @TempDir
    private Path directory;

    private static TestAtlas atlas;
    private static ExecutorService editor;

    @BeforeAll
    static void start() throws ExecutionException, InterruptedException {
        atlas = TestAtlas.withRealData();
        editor = Executors.newSingleThreadExecutor();
        change().get();
    }

    @AfterAll
    static void stop() {
        editor.close();
        atlas.close();
    }

    private static Future<?> change() {
        return editor.submit(() -> {
            String title = "Numbered " + (atlas.store().version().number() + 1);
            atlas.store().commit("test", title, writer -> {
                List<Triple> triples = new ArrayList<>(writer.graph(DOCUMENT));
                triples.removeIf(triple -> triple.getPredicate().equals(DCTerms.title.asNode()));
                triples.add(Triple.create(THING, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "en")));
                writer.replace(DOCUMENT, triples);
            });
        });
    }

    private static String only(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static String version(HttpResponse<String> answer) {
        return answer.headers().firstValue("Atlas-Data-Version").orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/solution/absolut-autonomous-shuttle.html",
                "/solution/absolut-autonomous-shuttle.ttl",
                "/solution/absolut-autonomous-shuttle.jsonld",
                "/solution/absolut-autonomous-shuttle.nq",
                "/solution.html?q=numbered",
                "/solution.ttl?q=numbered",
                "/solution.csv?q=numbered",
                "/solution.atom?q=numbered",
                "/changes.atom",
                "/dump/changes?since=2"
            })
    void answer_whileTheDataChanges_namesTheVersionThatItShows(String path)
            throws ExecutionException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Future<?> change = change();
            HttpResponse<String> answer = atlas.get(path, "Accept-Language", "en");
            change.get();
            assertThat(only(TITLE, answer.body())).isEqualTo(version(answer));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/solution/absolut-autonomous-shuttle.html", "/solution.html?q=numbered"})
    void page_whileTheDataChanges_namesThatVersionToPeopleToo(String path)
            throws ExecutionException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Future<?> change = change();
            HttpResponse<String> page = atlas.get(path, "Accept-Language", "en");
            change.get();
            assertThat(only(FOOTER, page.body())).isEqualTo(version(page));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql", "/sparql/own", "/federation/sparql"})
    void query_whileTheDataChanges_namesTheVersionThatItShows(String endpoint)
            throws ExecutionException, InterruptedException {
        String query = URLEncoder.encode(
                "SELECT ?title { <" + THING + "> <http://purl.org/dc/terms/title> ?title }", StandardCharsets.UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            Future<?> change = change();
            HttpResponse<String> answer = atlas.get(endpoint + "?query=" + query, "Accept", "text/csv");
            change.get();
            assertThat(only(TITLE, answer.body())).isEqualTo(version(answer));
        }
    }

    @Test
    void dump_whileTheDataChanges_holdsTheVersionThatItsNameSays()
            throws IOException, ExecutionException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            Future<?> change = change();
            DumpSet set = new SetWriter(atlas.store(), TestAtlas.IRIS, directory, "Test", Clock.systemUTC()).write();
            change.get();
            try (InputStream in = new GZIPInputStream(
                    Files.newInputStream(set.path(set.file("catalogue.nq.gz").orElseThrow())))) {
                String quads = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(only(TITLE, quads))
                        .isEqualTo(Long.toString(set.version().number()));
            }
        }
    }
}
