package eu.solutionatlas.store;

import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import java.util.List;

/**
 * How the store runs.
 *
 * @param minimumFreeBytes below this much free disk space, nothing is written
 */
public record StoreSettings(long minimumFreeBytes) {
    public static final Setting<Integer> MINIMUM_FREE = Setting.number(
            "atlas.store.minimum-free-mib",
            64,
            0,
            1 << 20,
            "Free disk space, in MiB, below which changes are refused. Reading goes on.");

    public static final List<Setting<?>> ALL = List.of(MINIMUM_FREE);

    public static StoreSettings from(Settings settings) {
        return new StoreSettings((long) settings.get(MINIMUM_FREE) << 20);
    }
}
