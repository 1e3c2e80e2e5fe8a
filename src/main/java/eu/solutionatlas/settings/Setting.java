package eu.solutionatlas.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/**
 * One key that an operator may set.
 *
 * @param <T> the type of its value
 * @param key such as {@code atlas.sparql.max-rows}
 * @param kind what a value looks like, for people: "number", "duration such as 10s or 5m", "directory"…
 * @param byDefault the default, as it would be written in the settings file
 * @param description what it does and why one would change it
 * @param parser from text to value; throws {@link IllegalArgumentException} with a reason
 */
public record Setting<T>(String key, String kind, String byDefault, String description, Function<String, T> parser) {

    /** The name of the environment variable that overrides the key: {@code ATLAS_SPARQL_MAX_ROWS}. */
    public String environmentName() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The command-line flag that overrides the key: {@code --sparql.max-rows}. */
    public String flag() {
        return "--" + key.substring("atlas.".length());
    }

    /**
     * The value that a text means.
     *
     * @throws IllegalArgumentException quoting the text and saying what is wrong with it and what is expected
     */
    public T parse(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" " + e.getMessage() + " (expected: " + kind + ")", e);
        }
    }

    public static Setting<String> text(String key, String byDefault, String description) {
        return new Setting<>(key, "text", byDefault, description, Function.identity());
    }

    public static Setting<Path> directory(String key, String byDefault, String description) {
        return new Setting<>(key, "directory", byDefault, description, text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("names no directory");
            }
            return Path.of(text.strip());
        });
    }

    public static Setting<Integer> number(String key, int byDefault, int min, int max, String description) {
        return new Setting<>(
                key, "number from " + min + " to " + max, Integer.toString(byDefault), description, text -> {
                    int value;
                    try {
                        value = Integer.parseInt(text.strip());
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("is not a whole number", e);
                    }
                    if (value < min || value > max) {
                        throw new IllegalArgumentException("is not between " + min + " and " + max);
                    }
                    return value;
                });
    }

    public static Setting<Boolean> flag(String key, boolean byDefault, String description) {
        return new Setting<>(
                key, "true or false", Boolean.toString(byDefault), description, text -> switch (text.strip()
                        .toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("is neither true nor false");
                });
    }

    public static Setting<Duration> duration(String key, String byDefault, String description) {
        return new Setting<>(
                key, "duration such as 500ms, 10s, 5m or 12h", byDefault, description, Setting::parseDuration);
    }

    private static Duration parseDuration(String text) {
        java.util.regex.Matcher parts =
                java.util.regex.Pattern.compile("(\\d{1,9})(ms|s|m|h)").matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("is not a duration such as 500ms, 10s, 5m or 12h");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
