package eu.solutionatlas.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a page whose commands print something else does not pass. */
class WalkTest {
    @TempDir
    private Path directory;

    private Walk page(String text) throws IOException {
        return Walk.of(
                Files.writeString(directory.resolve("page.md"), text), Map.of("http://here", "http://127.0.0.1"));
    }

    @Test
    void steps_shareOneShell() throws Exception {
        Walk walk = page("""
                ```sh
                NAME=atlas
                ```
                And then:

                ```sh
                echo "$NAME"
                ```
                ```text
                atlas
                ```
                """);

        List<String> printed = walk.run(directory);

        assertThat(printed).containsExactly("", "atlas\n");
        assertThat(walk.steps().getLast().prints(printed.getLast())).isTrue();
    }

    @Test
    void otherText_isNotWhatIsExpected() throws Exception {
        Walk.Step step =
                page("```sh\necho 9\n```\n```text\n9 solutions\n```\n").steps().getFirst();

        assertThat(step.prints("9")).isFalse();
        assertThat(step.prints("9 solutions\n")).isTrue();
        assertThat(step.prints("9 solutions\nand more")).isFalse();
    }

    @Test
    void ellipsis_isAnyTextInALineAndAnyLinesAlone() throws Exception {
        Walk.Step step = page("```sh\n:\n```\n```text\nversion … of (all)\n…\nend\n```\n")
                .steps()
                .getFirst();

        assertThat(step.prints("version 17 of (all)\n1\n2\nend")).isTrue();
        assertThat(step.prints("version 17 of (all)\nend")).isFalse();
        assertThat(step.prints("version 17\n of (all)\n1\nend")).isFalse();
    }

    @Test
    void failingCommand_endsTheWalkAndIsNamed() throws Exception {
        Walk walk = page("```sh\necho no >&2; false\n```\n\n```sh\necho never\n```\n");

        assertThat(walk.run(directory)).containsExactly("failed: no\n");
    }

    @Test
    void address_isReplacedInCommandAndExpectation() throws Exception {
        Walk.Step step = page("Line one.\n\n```sh\necho http://here/x\n```\n```text\nhttp://here/x\n```\n")
                .steps()
                .getFirst();

        assertThat(step.line()).isEqualTo(3);
        assertThat(step.commands()).isEqualTo("echo http://127.0.0.1/x");
        assertThat(step.prints("http://127.0.0.1/x")).isTrue();
    }
}
