package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That docs/federation.md shows the queries that are tested. */
class FederationDocumentationTest {
    private static String documentation() throws IOException {
        return Files.readString(Path.of("docs/federation.md")).replaceAll("\\s+", " ");
    }

    @Test
    void examples_areThoseThatAreTested() throws IOException {
        String documentation = documentation();
        assertThat(Examples.all()).hasSizeGreaterThanOrEqualTo(10).allSatisfy((name, query) -> {
            String body = query.substring(query.indexOf("SELECT"))
                    .replaceAll("\\s+", " ")
                    .strip();
            assertThat(documentation).as(name).contains(body);
        });
    }

    @Test
    void table_hasARowForEachExample() throws IOException {
        String documentation = documentation();
        assertThat(Examples.all().keySet())
                .allSatisfy(name -> assertThat(documentation).contains("| " + name + " |"));
    }
}
