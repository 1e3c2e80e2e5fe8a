package eu.solutionatlas.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A properties file with the places of its keys.
 *
 * @param path as the operator wrote it
 * @param lines of the file
 * @param values key to text, in the file's order; of a repeated key, the last
 * @param repeated keys that stand there more than once
 */
record SettingsFile(Path path, List<String> lines, Map<String, String> values, List<String> repeated) {

    /**
     * Reads a file.
     *
     * @throws SettingsException when it is not there, not UTF-8 or not in Java's properties syntax
     */
    static SettingsFile read(Path path) {
        String text;
        try {
            text = Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new SettingsException(List.of(path + ": there is no such settings file"));
        } catch (CharacterCodingException e) {
            throw new SettingsException(List.of(path + ": is not in UTF-8"));
        } catch (IOException e) {
            throw new SettingsException(List.of(path + ": cannot be read (" + e.getMessage() + ")"));
        }
        Ordered properties = new Ordered();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(List.of(path + ": is no properties file (" + e.getMessage() + ")"));
        }
        return new SettingsFile(path, text.lines().toList(), properties.inOrder, properties.repeated);
    }

    /** Where a key stands: {@code solution-atlas.properties:12}. */
    String origin(String key) {
        // Java's reader of properties says no lines; a key spelt with escapes is not found and goes without.
        Pattern start = Pattern.compile("\\s*" + Pattern.quote(key) + "(?:[\\s=:].*)?");
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (start.matcher(lines.get(i)).matches()) {
                return path + ":" + (i + 1);
            }
        }
        return path.toString();
    }

    /** Remembers what {@link Properties} forgets: order and repetition. */
    private static final class Ordered extends Properties {
        private static final long serialVersionUID = 1;

        private final transient Map<String, String> inOrder = new LinkedHashMap<>();
        private final transient List<String> repeated = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (inOrder.put((String) key, (String) value) != null) {
                repeated.add((String) key);
            }
            return super.put(key, value);
        }
    }
}
