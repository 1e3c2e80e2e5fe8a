package eu.solutionatlas.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.settings.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

    @TempDir
    private Path directory;

    private record Outcome(int code, String out, String err) {}

    private Outcome run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private Outcome run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine(environment, directory);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private String dataDirectory() {
        return directory.resolve("var").toString();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void help_namesCommandsSettingsAndExitCodes() {
        Outcome outcome = run("--help");
        assertThat(outcome.code()).isEqualTo(ExitCodes.OK);
        assertThat(outcome.out()).contains("serve", "load", "validate", "dump", "version", "ATLAS_PORT", "Exit codes");
    }

    @Test
    void help_ofServe_listsEverySetting() {
        assertThat(run("help", "serve").out())
                .contains(AtlasSettings.ALL.stream().map(Setting::flag).toArray(String[]::new));
    }

    @Test
    void help_ofACommandOfACommand_isOfThat() {
        assertThat(run("help", "hub", "add").out()).contains("solution-atlas hub add", "--contact-email");
    }

    @Test
    void help_ofAnUnknownCommand_saysWhichThereAre() {
        Outcome outcome = run("help", "hub", "ad");
        assertThat(outcome.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(outcome.err()).contains("no command 'hub ad'", "'solution-atlas hub' knows", "add");
    }

    @Test
    void version_saysIt() {
        assertThat(run("version").out()).startsWith("Solution Atlas ").doesNotContain("$");
    }

    @Test
    void noCommand() {
        assertThat(run().code()).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void unknownOption_suggestsNearest() {
        Outcome outcome = run("serve", "--prot", "80");
        assertThat(outcome.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(outcome.err()).contains("'--prot'", "Did you mean --port?");
    }

    @Test
    void unknownCommand_suggestsNearest() {
        Outcome outcome = run("laod", "data");
        assertThat(outcome.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(outcome.err()).contains("Did you mean load?");
    }

    @Test
    void unknownVariable_stopsTheStart() {
        Outcome outcome = run(Map.of("ATLAS_PROT", "80"), "serve");
        assertThat(outcome.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(outcome.err()).contains("there is no setting ATLAS_PROT; did you mean ATLAS_PORT?");
    }

    @Test
    void settingsFileInWorkingDirectory_isRead() throws IOException {
        file("solution-atlas.properties", "atlas.port=many\n");
        Outcome outcome = run("serve");
        assertThat(outcome.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(outcome.err()).contains("solution-atlas.properties:1: atlas.port", "is not a whole number");
    }

    @Test
    void serve_portTaken_isSaidBeforeTheCatalogueIsFilled() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome =
                    run("serve", "--port", Integer.toString(taken.getLocalPort()), "--data-directory", dataDirectory());

            assertThat(outcome.code()).isNotEqualTo(ExitCodes.OK);
            assertThat(outcome.err()).contains("another program uses it").doesNotContain("entries");
            assertThat(run("dump", directory.resolve("dump").toString(), "--data-directory", dataDirectory())
                            .code())
                    .isEqualTo(ExitCodes.OK);
        }
    }

    @Test
    void validate_realData() {
        Outcome outcome = run("validate", "data");
        assertThat(outcome.code()).as(outcome.out()).isEqualTo(ExitCodes.OK);
        assertThat(outcome.out()).contains("0 errors");
    }

    @Test
    void validate_brokenFile_saysFileAndLine() throws IOException {
        Path file = file("broken.ttl", "# a comment\n<id/solution/x> a ;;; , .\n");
        Outcome outcome = run("validate", file.toString());
        assertThat(outcome.code()).isEqualTo(ExitCodes.INVALID);
        assertThat(outcome.out()).contains(file + ":2", "error");
    }

    @Test
    void validate_missingFile() {
        assertThat(run("validate", "no-such-place").code()).isEqualTo(ExitCodes.INVALID);
    }

    @Test
    void load_thenDump_writesChecksums() {
        assertThat(run("load", "data", "--data-directory", dataDirectory()).code())
                .isEqualTo(ExitCodes.OK);
        Path dump = directory.resolve("dump");
        assertThat(run("dump", dump.toString(), "--data-directory", dataDirectory())
                        .code())
                .isEqualTo(ExitCodes.OK);
        assertThat(dump).isDirectoryContaining("regex:.*/\\d{4}-\\d{2}-\\d{2}-v2");
        assertThat(dump)
                .isDirectoryRecursivelyContaining("glob:**/catalogue.nq.gz")
                .isDirectoryRecursivelyContaining("glob:**/SHA256SUMS");
    }

    @Test
    void verifyDump_ofAWholeSet_isWell_andOfADamagedOneIsNot() throws IOException {
        run("load", "data", "--data-directory", dataDirectory());
        run("dump", directory.resolve("dump").toString(), "--data-directory", dataDirectory());
        Path set;
        try (Stream<Path> sets = Files.list(directory.resolve("dump"))) {
            set = sets.findFirst().orElseThrow();
        }

        Outcome sound = run("verify-dump", set.toString());
        assertThat(sound.code()).as(sound.out()).isEqualTo(ExitCodes.OK);
        assertThat(sound.out()).contains("all as the manifest says");

        Files.delete(set.resolve("solutions.csv"));
        Outcome damaged = run("verify-dump", set.toString());
        assertThat(damaged.code()).isEqualTo(ExitCodes.INVALID);
        assertThat(damaged.out()).contains("solutions.csv is missing.");
    }

    @Test
    void verifyDump_ofNothing_cannot() {
        Outcome outcome = run("verify-dump", directory.resolve("nowhere").toString());

        assertThat(outcome.code()).isEqualTo(ExitCodes.CANNOT);
        assertThat(outcome.err()).contains("nowhere");
    }

    @Test
    void check_afterALoad_findsIndexAndCatalogueEqual() {
        run("load", "data", "--data-directory", dataDirectory());

        Outcome outcome = run("check", "--data-directory", dataDirectory());

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCodes.OK);
        assertThat(outcome.out()).contains("are equal: 334 entries");
    }

    @Test
    void load_brokenFile_changesNothing() throws IOException {
        Path file = file("broken.ttl", "nonsense\n");
        Outcome outcome = run("load", file.toString(), "--data-directory", dataDirectory());
        assertThat(outcome.code()).isEqualTo(ExitCodes.INVALID);
        assertThat(outcome.out()).contains("Nothing was loaded");
    }

    @Test
    void load_dataDirectoryCannotBe() throws IOException {
        Path file = file("a-file", "");
        Outcome outcome = run("load", "data", "--data-directory", file.toString());
        assertThat(outcome.code()).isEqualTo(ExitCodes.CANNOT);
        assertThat(outcome.err()).hasLineCount(1).doesNotContain("\tat ");
    }

    @Test
    void load_debug_showsWhere() throws IOException {
        Path file = file("a-file", "");
        assertThat(run("load", "data", "--debug", "--data-directory", file.toString())
                        .err())
                .contains("\tat ");
    }
}
