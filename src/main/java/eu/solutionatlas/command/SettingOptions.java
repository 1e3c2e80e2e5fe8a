package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.settings.SettingsReader;
import eu.solutionatlas.web.WebSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of a command that set settings: one for each that is declared, and one for the file. */
final class SettingOptions {
    private static final String FILE = "--settings";

    /** The program's directory, set by {@code bin/solution-atlas}. */
    private static final String HOME = "solution-atlas.home";

    private final SettingsReader reader = new SettingsReader(AtlasSettings.ALL);
    private final Map<String, String> environment;
    private final Path workingDirectory;

    SettingOptions(Map<String, String> environment, Path workingDirectory) {
        this.environment = environment;
        this.workingDirectory = workingDirectory;
    }

    /**
     * Gives a command the options.
     *
     * @param shown those that its help shows; the others work, too
     */
    void addTo(CommandSpec command, List<Setting<?>> shown) {
        command.addOption(OptionSpec.builder(FILE)
                .paramLabel("FILE")
                .type(Path.class)
                .description("Settings file. Without: $" + SettingsReader.FILE_VARIABLE + ", else ./"
                        + SettingsReader.FILE_BY_DEFAULT + " if there is one.")
                .build());
        for (Setting<?> setting : AtlasSettings.ALL) {
            command.addOption(OptionSpec.builder(setting.flag())
                    .paramLabel("VALUE")
                    .type(String.class)
                    .hidden(!shown.contains(setting))
                    .description(setting.description() + " Default: "
                            + setting.byDefault().replace("%", "%%"))
                    .build());
        }
    }

    /** The settings that hold for a command as it was called. */
    AtlasSettings read(ParseResult called) {
        Map<String, String> flags = new LinkedHashMap<>();
        for (Setting<?> setting : AtlasSettings.ALL) {
            if (called.hasMatchedOption(setting.flag())) {
                flags.put(setting.flag(), called.matchedOptionValue(setting.flag(), ""));
            }
        }
        Optional<Path> named = Optional.ofNullable(called.matchedOptionValue(FILE, null));
        return atHome(reader.read(SettingsReader.file(named, environment, workingDirectory), environment, flags));
    }

    /** Defaults, except for a data directory of its own and any free port. */
    AtlasSettings rehearsal(Path dataDirectory) {
        return atHome(new Settings(
                Map.of(AtlasSettings.DATA_DIRECTORY.key(), dataDirectory.toString(), WebSettings.PORT.key(), "0")));
    }

    /** The seed that comes with the program lies where the program lies, wherever it was started from. */
    private static AtlasSettings atHome(Settings settings) {
        String home = System.getProperty(HOME);
        if (home == null || settings.given().containsKey(AtlasSettings.SEED_DIRECTORY.key())) {
            return AtlasSettings.from(settings);
        }
        Map<String, String> given = new LinkedHashMap<>(settings.given());
        given.put(
                AtlasSettings.SEED_DIRECTORY.key(),
                Path.of(home, AtlasSettings.SEED_DIRECTORY.byDefault()).toString());
        return AtlasSettings.from(new Settings(given));
    }
}
