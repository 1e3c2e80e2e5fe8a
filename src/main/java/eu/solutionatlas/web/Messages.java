package eu.solutionatlas.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The words of the pages in one language. Places for values are {@code {0}}, {@code {1}}… */
public final class Messages {
    private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, load(language));
        }
    }

    private final Language language;
    private final Map<String, String> byKey;

    private Messages(Language language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = Map.copyOf(byKey);
    }

    public static Messages in(Language language) {
        return java.util.Objects.requireNonNull(ALL.get(language));
    }

    private static Messages load(Language language) {
        String name = "messages/" + language.tag() + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no messages in " + language.ownName());
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> byKey = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
            return new Messages(language, byKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> byKey() {
        return byKey;
    }

    /**
     * The words for a key.
     *
     * @throws IllegalArgumentException for a key that there is not; a test compares the keys used with those there are
     */
    public String text(String key, String... values) {
        String text = byKey.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no message " + key + " in " + language.ownName());
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }

    /** A number with the noun that it counts, in the form that goes with it; {@code {0}} is the number. */
    public String count(String key, long number) {
        return text(key + "." + language.pluralForm(number), LocalFormat.number(number, language));
    }
}
