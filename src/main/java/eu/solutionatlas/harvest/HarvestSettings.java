package eu.solutionatlas.harvest;

import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How partner hubs are harvested.
 *
 * @param every the time from one harvest of a hub to the next; zero for never, unless asked
 * @param maxVanishPercent the share of a hub's copied entries that one harvest may take away
 * @param maxMegabytes the size of a harvest, decompressed
 * @param deadline how long fetching from one hub may take
 */
public record HarvestSettings(Duration every, int maxVanishPercent, int maxMegabytes, Duration deadline) {
    public static final Setting<Duration> EVERY = Setting.duration(
            "atlas.harvest.every",
            "6h",
            "How often each partner hub's entries are copied anew, if they have changed. 0s for only when asked.");

    public static final Setting<Integer> MAX_VANISH_PERCENT = Setting.number(
            "atlas.harvest.max-vanish-percent",
            25,
            0,
            100,
            "Share of a partner's copied entries that one harvest may take away; a harvest that would take more waits for"
                    + " the operator.");

    public static final Setting<Integer> MAX_MEGABYTES = Setting.number(
            "atlas.harvest.max-megabytes",
            512,
            1,
            65_536,
            "Size of what is fetched from one partner at a time, in MiB, decompressed.");

    public static final Setting<Duration> DEADLINE =
            Setting.duration("atlas.harvest.deadline", "10m", "How long each download from a partner may take.");

    public static final List<Setting<?>> ALL = List.of(EVERY, MAX_VANISH_PERCENT, MAX_MEGABYTES, DEADLINE);

    public static HarvestSettings from(Settings settings) {
        return new HarvestSettings(
                settings.get(EVERY),
                settings.get(MAX_VANISH_PERCENT),
                settings.get(MAX_MEGABYTES),
                settings.get(DEADLINE));
    }

    long maxBytes() {
        return (long) maxMegabytes << 20;
    }
}
