package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/operate.md} lists every setting with its default, and none that is not there. */
class SettingsDocumentationTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(atlas\\.[^`]+)` \\| `([^`]*)` \\| .+ \\|$");

    private static Map<String, String> documented() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/operate.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    @Test
    void settings_areDocumentedWithTheirDefaults() throws IOException {
        assertThat(documented())
                .containsExactlyInAnyOrderEntriesOf(
                        AtlasSettings.ALL.stream().collect(Collectors.toMap(Setting::key, Setting::byDefault)));
    }

    @Test
    void settings_haveDefaultsThatCanBeUsed() {
        assertThat(AtlasSettings.ALL)
                .allSatisfy(setting ->
                        assertThat(setting.parse(setting.byDefault())).isNotNull());
    }

    @Test
    void settings_areNamedAlikeInEnvironment() {
        assertThat(AtlasSettings.DATA_DIRECTORY.environmentName()).isEqualTo("ATLAS_DATA_DIRECTORY");
        assertThat(AtlasSettings.ALL).extracting(Setting::environmentName).doesNotHaveDuplicates();
    }
}
