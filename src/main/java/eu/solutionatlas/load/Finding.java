package eu.solutionatlas.load;

import java.util.Locale;

/**
 * Something found in a catalogue file, said as a compiler would.
 *
 * @param file as the caller named it
 * @param line counted from 1; 0 when it is about the file as a whole
 * @param entry the document or thing it is about; empty when that is not known
 * @param level how bad it is
 * @param message what is wrong and how to mend it
 */
public record Finding(String file, long line, String entry, Level level, String message) {
    /** How bad a finding is. Only an error keeps a catalogue from being loaded. */
    public enum Level {
        ERROR,
        WARNING,
        HINT
    }

    /** {@code file:line: error: message [entry]}, which editors know how to jump to. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + level.name().toLowerCase(Locale.ROOT) + ": " + message
                + (entry.isEmpty() ? "" : " [" + entry + "]");
    }
}
