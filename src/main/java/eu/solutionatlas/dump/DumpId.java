package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.DataVersion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a set of dumps, such as {@code 2026-11-28-v17}. It follows from the data alone, so that the same data has
 * the same name whenever it is written.
 *
 * @param date the day (UTC) of the last change that is in it
 * @param version the number of the data version that it holds
 */
public record DumpId(LocalDate date, long version) implements Comparable<DumpId> {
    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-v(0|[1-9]\\d{0,17})");

    public static DumpId of(DataVersion version) {
        return new DumpId(LocalDate.ofInstant(version.at(), ZoneOffset.UTC), version.number());
    }

    /** The set that a text names; empty when it can be none. */
    public static Optional<DumpId> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DumpId(LocalDate.parse(parts.group(1)), Long.parseLong(parts.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(DumpId other) {
        return Comparator.comparing(DumpId::date)
                .thenComparingLong(DumpId::version)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return date + "-v" + version;
    }
}
