package eu.solutionatlas.dump;

import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import java.time.Duration;
import java.util.List;

/**
 * When dumps are written.
 *
 * @param quiet how long the catalogue must rest after a change
 * @param retry how long to wait after a dump could not be written
 */
public record DumpSettings(Duration quiet, Duration retry) {
    public static final Setting<Duration> QUIET = Setting.duration(
            "atlas.dump.quiet",
            "5s",
            "How long after a change the dumps are written, so that many changes in a row make one dump.");

    public static final Setting<Duration> RETRY = Setting.duration(
            "atlas.dump.retry", "1m", "How long to wait before trying again when a dump could not be written.");

    public static final List<Setting<?>> ALL = List.of(QUIET, RETRY);

    public static DumpSettings from(Settings settings) {
        return new DumpSettings(settings.get(QUIET), settings.get(RETRY));
    }
}
