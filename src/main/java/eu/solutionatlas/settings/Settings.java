package eu.solutionatlas.settings;

import java.util.Map;

/**
 * Values for settings, already checked against the declared keys; what is not given has its default.
 *
 * @param given key to text
 */
public record Settings(Map<String, String> given) {
    /** Every key at its default. */
    public static final Settings DEFAULTS = new Settings(Map.of());

    public Settings {
        given = Map.copyOf(given);
    }

    /**
     * The value of a setting.
     *
     * @throws IllegalArgumentException naming the key, the text and what is expected
     */
    public <T> T get(Setting<T> setting) {
        try {
            return setting.parse(given.getOrDefault(setting.key(), setting.byDefault()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting.key() + ": " + e.getMessage(), e);
        }
    }
}
