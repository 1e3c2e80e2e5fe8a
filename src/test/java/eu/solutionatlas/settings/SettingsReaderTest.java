package eu.solutionatlas.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    private static final Setting<Integer> PORT = Setting.number("atlas.port", 8080, 0, 65_535, "");
    private static final Setting<Duration> WAIT = Setting.duration("atlas.web.stop-wait", "20s", "");
    private static final Setting<String> TITLE = Setting.text("atlas.title", "Atlas", "");
    private static final SettingsReader READER = new SettingsReader(List.of(PORT, WAIT, TITLE));

    @TempDir
    private Path directory;

    private Optional<Path> file(String... lines) throws IOException {
        return Optional.of(Files.write(directory.resolve("atlas.properties"), List.of(lines)));
    }

    private static Settings read(Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
        return READER.read(file, environment, flags);
    }

    @Test
    void read_nothingGiven_isDefaults() {
        assertThat(read(Optional.empty(), Map.of("HOME", "/root"), Map.of())).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void read_allKeysFromFile() throws IOException {
        Settings settings = read(
                file("# a comment", "atlas.port = 1", "atlas.web.stop-wait: 5m", "atlas.title=Řešení für Łódź"),
                Map.of(),
                Map.of());
        assertThat(settings.get(PORT)).isEqualTo(1);
        assertThat(settings.get(WAIT)).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.get(TITLE)).isEqualTo("Řešení für Łódź");
    }

    @Test
    void read_environmentBeatsFile() throws IOException {
        assertThat(read(file("atlas.port=1"), Map.of("ATLAS_PORT", "2"), Map.of())
                        .get(PORT))
                .isEqualTo(2);
    }

    @Test
    void read_flagBeatsEnvironment() throws IOException {
        assertThat(read(file("atlas.port=1"), Map.of("ATLAS_PORT", "2"), Map.of("--port", "3"))
                        .get(PORT))
                .isEqualTo(3);
    }

    @Test
    void read_unknownKeyInFile_saysLineAndNearest() throws IOException {
        Optional<Path> file = file("atlas.title=x", "", "  atlas.prot = 1");
        assertThatThrownBy(() -> read(file, Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage(file.get() + ":3: there is no setting atlas.prot; did you mean atlas.port?");
    }

    @Test
    void read_unknownVariable_saysNearest() {
        assertThatThrownBy(() -> read(Optional.empty(), Map.of("ATLAS_WEB_STOPWAIT", "1s"), Map.of()))
                .hasMessage("environment: there is no setting ATLAS_WEB_STOPWAIT; did you mean ATLAS_WEB_STOP_WAIT?");
    }

    @Test
    void read_unknownVariable_nothingNear() {
        assertThatThrownBy(() -> read(Optional.empty(), Map.of("ATLAS_ENTIRELY_DIFFERENT", "1s"), Map.of()))
                .hasMessageContaining("docs/operate.md lists all there are");
    }

    @Test
    void read_variablesOfTheLauncher_areLeftAlone() {
        assertThat(read(Optional.empty(), Map.of("ATLAS_JAVA_OPTIONS", "-Xmx1g", "ATLAS_HOME", "/opt"), Map.of()))
                .isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void read_valueWrong_saysWhereAndWhatIsExpected() throws IOException {
        Optional<Path> file = file("atlas.port=many");
        assertThatThrownBy(() -> read(file, Map.of(), Map.of()))
                .hasMessage(file.get() + ":1: atlas.port: \"many\" is not a whole number"
                        + " (expected: number from 0 to 65535)");
    }

    @Test
    void read_valueOutOfRange_onCommandLine() {
        assertThatThrownBy(() -> read(Optional.empty(), Map.of(), Map.of("--port", "65536")))
                .hasMessageStartingWith("command line: --port: \"65536\" is not between 0 and 65535");
    }

    @Test
    void read_severalComplaints_areAllMade() throws IOException {
        Optional<Path> file = file("atlas.prot=1", "atlas.web.stop-wait=soon");
        assertThatThrownBy(() -> read(file, Map.of("ATLAS_TITEL", "x"), Map.of()))
                .message()
                .hasLineCount(3);
    }

    @Test
    void read_keyTwice() throws IOException {
        Optional<Path> file = file("atlas.port=1", "atlas.port=2");
        assertThatThrownBy(() -> read(file, Map.of(), Map.of()))
                .hasMessage(file.get() + ":2: atlas.port is set twice; remove one of the two");
    }

    @Test
    void read_fileMissing() {
        Path missing = directory.resolve("missing.properties");
        assertThatThrownBy(() -> read(Optional.of(missing), Map.of(), Map.of()))
                .hasMessage(missing + ": there is no such settings file");
    }

    @Test
    void read_fileNotUtf8() throws IOException {
        Path file = Files.write(
                directory.resolve("latin1.properties"), "atlas.title=Zürich".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(Optional.of(file), Map.of(), Map.of())).hasMessage(file + ": is not in UTF-8");
    }

    @Test
    void read_fileWithBrokenEscape() throws IOException {
        Optional<Path> file = file("atlas.title=\\u12x4");
        assertThatThrownBy(() -> read(file, Map.of(), Map.of())).hasMessageContaining("is no properties file");
    }

    @Test
    void file_namedOnCommandLine_first() {
        assertThat(SettingsReader.file(Optional.of(Path.of("a")), Map.of(SettingsReader.FILE_VARIABLE, "b"), directory))
                .contains(Path.of("a"));
    }

    @Test
    void file_namedInEnvironment_second() {
        assertThat(SettingsReader.file(Optional.empty(), Map.of(SettingsReader.FILE_VARIABLE, "b"), directory))
                .contains(Path.of("b"));
    }

    @Test
    void file_inWorkingDirectory_third() throws IOException {
        Path file = Files.createFile(directory.resolve(SettingsReader.FILE_BY_DEFAULT));
        assertThat(SettingsReader.file(Optional.empty(), Map.of(), directory)).contains(file);
    }

    @Test
    void file_none() {
        assertThat(SettingsReader.file(Optional.empty(), Map.of(), directory)).isEmpty();
    }
}
