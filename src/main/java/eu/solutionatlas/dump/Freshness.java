package eu.solutionatlas.dump;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How old the dumps are. Judged by the age of what is there, not by whether a job has run.
 *
 * @param latest the newest set; empty before the first is ready
 * @param now when this was so
 * @param outdated since when the data is newer than the newest set, or the hub without any; empty when it is not
 * @param next when a set is due next, if the data has changed by then; empty when none is ever written by itself
 * @param isLate whether a set that was due is missing for longer than the grace
 */
public record Freshness(
        Optional<DumpSet> latest, Instant now, Optional<Instant> outdated, Optional<Instant> next, boolean isLate) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    static Freshness of(Optional<DumpSet> latest, Optional<Instant> outdated, DumpSettings settings, Instant now) {
        Schedule schedule = settings.schedule();
        // The first of all is due at once.
        Optional<Instant> due = latest.isPresent() ? outdated.flatMap(schedule::after) : outdated;
        boolean late = schedule.isOn()
                && due.filter(time -> time.plus(settings.grace()).isBefore(now)).isPresent();
        return new Freshness(latest, now, outdated, schedule.after(now), late);
    }

    /** How long ago the newest set was written; empty when there is none. */
    public Optional<Duration> age() {
        return latest.map(set -> Duration.between(set.written(), now));
    }

    /** All that in one line of English. */
    public String words() {
        String state = latest.map(set -> set.id() + ", written " + ago(Duration.between(set.written(), now)) + " ago, "
                        + outdated.map(since -> "lacks what has changed since " + MINUTE.format(since))
                                .orElse("has the newest data"))
                .orElse(next.isPresent() ? "none yet: the first is being written" : "none yet");
        String due = next.map(time -> "; the next is due on " + MINUTE.format(time)
                        + (outdated.isEmpty() ? " if the data changes" : ""))
                .orElse("; none is written by itself");
        return (isLate ? "late: " : "") + state + due;
    }

    private static String ago(Duration age) {
        if (age.toDays() >= 2) {
            return age.toDays() + " days";
        }
        if (age.toHours() >= 2) {
            return age.toHours() + " hours";
        }
        return age.toMinutes() >= 2 ? age.toMinutes() + " minutes" : "a moment";
    }
}
