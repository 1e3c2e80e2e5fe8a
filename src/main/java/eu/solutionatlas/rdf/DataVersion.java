package eu.solutionatlas.rdf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The state of the catalogue that an answer shows: the journal's sequence number and the time of that change.
 *
 * @param number sequence number of the last committed change; 0 for a catalogue that was never written
 * @param at when that change was committed, to the second; the epoch for number 0
 */
public record DataVersion(long number, Instant at) implements Comparable<DataVersion> {
    /** A catalogue that was never written. */
    public static final DataVersion NONE = new DataVersion(0, Instant.EPOCH);

    public DataVersion {
        if (number < 0) {
            throw new IllegalArgumentException("a data version is not negative: " + number);
        }
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The version that the next change gets. */
    public DataVersion next(Instant now) {
        return new DataVersion(number + 1, now);
    }

    @Override
    public int compareTo(DataVersion other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return number + " (" + at + ")";
    }
}
