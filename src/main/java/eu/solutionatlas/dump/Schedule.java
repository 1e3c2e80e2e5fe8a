package eu.solutionatlas.dump;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Points in time at equal distances, the same after every start of the program.
 *
 * @param every the distance; zero for no such points
 * @param at the time of day (UTC) that they are counted from
 */
public record Schedule(Duration every, LocalTime at) {
    /** Whether there are any. */
    public boolean isOn() {
        return !every.isZero();
    }

    /** The first after a moment; empty when there are none. */
    public Optional<Instant> after(Instant moment) {
        return upTo(moment).map(last -> last.plus(every));
    }

    /** The last at or before a moment; empty when there are none. */
    public Optional<Instant> upTo(Instant moment) {
        if (!isOn()) {
            return Optional.empty();
        }
        Instant origin = LocalDate.EPOCH.atTime(at).toInstant(ZoneOffset.UTC);
        long past = Math.floorMod(Duration.between(origin, moment).toMillis(), every.toMillis());
        return Optional.of(Instant.ofEpochMilli(moment.toEpochMilli() - past));
    }
}
