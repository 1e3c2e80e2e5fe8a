package eu.solutionatlas.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands of docs/reconciliation.md, run as they stand there but for the port. */
class ReconciliationDocumentationTest {
    private static final Pattern CURL = Pattern.compile("^    (curl .*)$", Pattern.MULTILINE);
    private static final Pattern PYTHON =
            Pattern.compile("```python\n(.*?)```\n\nIt prints:\n\n(.*?)\n\n", Pattern.DOTALL);

    private static TestAtlas atlas;
    private static String page;

    @BeforeAll
    static void start() throws IOException {
        atlas = TestAtlas.withRealData();
        page = Files.readString(Path.of("docs/reconciliation.md"));
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("atlas", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return Files.readString(out, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
        }
    }

    private static String atPort(String command) {
        return command.replace("http://localhost:8080", "http://127.0.0.1:" + atlas.port());
    }

    @Test
    void curl_findsTheTransportCompany() throws IOException, InterruptedException {
        List<String> commands =
                CURL.matcher(page).results().map(found -> found.group(1)).toList();

        assertThat(commands).hasSize(3);
        for (String command : commands) {
            assertThat(run(List.of("sh", "-c", atPort(command)))).as(command).contains("\"id/actor/lvb\"");
        }
    }

    @Test
    void python_printsWhatIsShown() throws IOException, InterruptedException {
        Matcher shown = PYTHON.matcher(page);
        assertThat(shown.find()).isTrue();

        assertThat(run(List.of("python3", "-c", atPort(shown.group(1)))).lines())
                .isEqualTo(shown.group(2).lines().map(String::strip).toList());
    }
}
