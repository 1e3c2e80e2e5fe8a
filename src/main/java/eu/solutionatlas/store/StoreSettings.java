package eu.solutionatlas.store;

import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How the store runs.
 *
 * @param minimumFreeBytes below this much free disk space, nothing is written
 * @param compactEvery how often the files are rewritten if there were changes enough; zero for never
 * @param compactGrowth times the size after the last rewriting at which the files are rewritten; zero for never
 */
public record StoreSettings(long minimumFreeBytes, Duration compactEvery, int compactGrowth) {
    public static final Setting<Integer> MINIMUM_FREE = Setting.number(
            "atlas.store.minimum-free-mib",
            64,
            0,
            1 << 20,
            "Free disk space, in MiB, below which changes are refused. Reading goes on.");

    public static final Setting<Duration> COMPACT_EVERY = Setting.duration(
            "atlas.store.compact-every",
            "24h",
            "How often the store's files are rewritten without what earlier changes left behind, if there were many."
                    + " Takes as much disk space again for a while. 0s for never.");

    public static final Setting<Integer> COMPACT_GROWTH = Setting.number(
            "atlas.store.compact-growth",
            2,
            0,
            100,
            "The store's files are also rewritten once they have grown to so many times what they took after the last"
                    + " time, as soon as nothing has changed for ten seconds; at half as much again, without waiting for"
                    + " that. Files of less than 512 MiB are left alone. 0 for never.");

    public static final List<Setting<?>> ALL = List.of(MINIMUM_FREE, COMPACT_EVERY, COMPACT_GROWTH);

    public static StoreSettings from(Settings settings) {
        return new StoreSettings(
                (long) settings.get(MINIMUM_FREE) << 20, settings.get(COMPACT_EVERY), settings.get(COMPACT_GROWTH));
    }
}
