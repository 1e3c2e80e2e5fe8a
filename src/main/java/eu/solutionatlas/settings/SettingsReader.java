package eu.solutionatlas.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins the four places in which a value may stand, each overriding those before it: default, settings file,
 * environment, command line. A key that nobody declared stops the start, since a typing error that passes in silence
 * is found on the day that the setting was made for.
 */
public final class SettingsReader {
    /** Names the settings file. */
    public static final String FILE_VARIABLE = "ATLAS_SETTINGS";

    /** Read when no file is named and this one is in the working directory. */
    public static final String FILE_BY_DEFAULT = "solution-atlas.properties";

    /** Variables with our prefix that set no key: the file's name, and what {@code bin/solution-atlas} reads. */
    public static final Set<String> OTHER_VARIABLES =
            Set.of(FILE_VARIABLE, "ATLAS_HOME", "ATLAS_JAVA", "ATLAS_JAVA_OPTIONS");

    private static final String PREFIX = "ATLAS_";

    private final List<Setting<?>> declared;

    /** What was given, and where. */
    private record Given(String text, String origin) {}

    public SettingsReader(List<Setting<?>> declared) {
        this.declared = List.copyOf(declared);
    }

    /** The settings file: the one named on the command line, else in the environment, else the one that lies here. */
    public static Optional<Path> file(Optional<Path> named, Map<String, String> environment, Path workingDirectory) {
        return named.or(() ->
                        Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of))
                .or(() -> Optional.of(workingDirectory.resolve(FILE_BY_DEFAULT)).filter(Files::isRegularFile));
    }

    /**
     * Reads all four places.
     *
     * @param file the settings file, in UTF-8 and Java's properties syntax
     * @param environment the process's environment
     * @param flags flag such as {@code --port} to text, from the command line
     * @throws SettingsException naming each key that is unknown and each value that is wrong, and where it stands
     */
    public Settings read(Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
        List<String> complaints = new ArrayList<>();
        Map<String, Given> given = new TreeMap<>();
        file.ifPresent(path -> readFile(path, given, complaints));
        readEnvironment(environment, given, complaints);
        flags.forEach((flag, text) ->
                add(flag, text, find(flag, Setting::flag), Setting::flag, "command line", given, complaints));
        declared.forEach(setting -> check(setting, given.get(setting.key()), complaints));
        if (!complaints.isEmpty()) {
            throw new SettingsException(complaints);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        given.forEach((key, value) -> texts.put(key, value.text()));
        return new Settings(texts);
    }

    private void readFile(Path path, Map<String, Given> given, List<String> complaints) {
        SettingsFile file;
        try {
            file = SettingsFile.read(path);
        } catch (SettingsException e) {
            complaints.add(e.getMessage());
            return;
        }
        file.repeated()
                .forEach(key -> complaints.add(file.origin(key) + ": " + key + " is set twice; remove one of the two"));
        file.values()
                .forEach((key, text) ->
                        add(key, text, find(key, Setting::key), Setting::key, file.origin(key), given, complaints));
    }

    private void readEnvironment(Map<String, String> environment, Map<String, Given> given, List<String> complaints) {
        new TreeMap<>(environment).forEach((name, text) -> {
            if (name.startsWith(PREFIX) && !OTHER_VARIABLES.contains(name)) {
                add(
                        name,
                        text,
                        find(name, Setting::environmentName),
                        Setting::environmentName,
                        "environment",
                        given,
                        complaints);
            }
        });
    }

    private void add(
            String name,
            String text,
            Optional<Setting<?>> setting,
            Function<Setting<?>, String> naming,
            String origin,
            Map<String, Given> given,
            List<String> complaints) {
        setting.ifPresentOrElse(
                found -> given.put(found.key(), new Given(text, origin + ": " + name)),
                () -> complaints.add(origin + ": there is no setting " + name + suggestion(name, naming)));
    }

    private Optional<Setting<?>> find(String name, Function<Setting<?>, String> naming) {
        return declared.stream()
                .filter(setting -> naming.apply(setting).equals(name))
                .findFirst();
    }

    /** "; did you mean x?", for the nearest name there is. */
    private String suggestion(String name, Function<Setting<?>, String> naming) {
        Stream<String> names = declared.stream().map(naming);
        if (name.startsWith(PREFIX)) {
            names = Stream.concat(names, OTHER_VARIABLES.stream());
        }
        return Nearest.to(name, names)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; docs/operate.md lists all there are");
    }

    private static void check(Setting<?> setting, @Nullable Given given, List<String> complaints) {
        if (given == null) {
            return;
        }
        try {
            setting.parse(given.text());
        } catch (IllegalArgumentException e) {
            complaints.add(given.origin() + ": " + e.getMessage());
        }
    }
}
