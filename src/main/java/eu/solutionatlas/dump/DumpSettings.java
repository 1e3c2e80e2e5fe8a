package eu.solutionatlas.dump;

import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * When dumps are written and how long they are kept.
 *
 * @param schedule when one is due
 * @param keepDays for how many days every set is kept; of older ones the last of each month stays
 * @param grace how long after it was due a set may be missing before that counts as late
 * @param retry how long to wait after a set could not be written
 */
public record DumpSettings(Schedule schedule, int keepDays, Duration grace, Duration retry) {
    public static final Setting<Duration> EVERY = Setting.duration(
            "atlas.dump.every",
            "24h",
            "How often dumps are written, if the data has changed. 0s for never: then there are only those of the"
                    + " command 'dump'.");

    public static final Setting<LocalTime> AT = new Setting<>(
            "atlas.dump.at",
            "time of day such as 02:00",
            "02:00",
            "At what time of day (UTC) dumps are written; with a shorter rhythm than a day, the time it counts from.",
            DumpSettings::time);

    public static final Setting<Integer> KEEP_DAYS = Setting.number(
            "atlas.dump.keep-days",
            31,
            1,
            100_000,
            "For how many days every dump is kept. Of older ones the last of each month is kept for good.");

    public static final Setting<Duration> GRACE = Setting.duration(
            "atlas.dump.grace",
            "2h",
            "How long after its time a dump may be missing before health warns that it is late.");

    public static final Setting<Duration> RETRY = Setting.duration(
            "atlas.dump.retry", "1m", "How long to wait before trying again when a dump could not be written.");

    public static final List<Setting<?>> ALL = List.of(EVERY, AT, KEEP_DAYS, GRACE, RETRY);

    public static DumpSettings from(Settings settings) {
        return new DumpSettings(
                new Schedule(settings.get(EVERY), settings.get(AT)),
                settings.get(KEEP_DAYS),
                settings.get(GRACE),
                settings.get(RETRY));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no time of day", e);
        }
    }
}
