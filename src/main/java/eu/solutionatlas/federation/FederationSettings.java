package eu.solutionatlas.federation;

import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How other hubs are asked.
 *
 * @param id this hub's own short name in queries
 * @param deadline for each hub, from connecting to the last byte of its answer
 * @param maxRowsOfHub rows of one hub's answer
 * @param maxMegabytesOfHub size of one hub's answer, in MiB
 * @param maxRows rows that one query takes from all hubs together
 * @param maxCalls questions to hubs for one query, hubs times blocks
 * @param pause how long a hub is left alone that cannot be reached
 */
public record FederationSettings(
        String id,
        Duration deadline,
        int maxRowsOfHub,
        int maxMegabytesOfHub,
        int maxRows,
        int maxCalls,
        Duration pause) {
    public static final Setting<String> ID = Setting.text(
            "atlas.federation.id",
            "here",
            "Short name of this hub in federated queries (urn:hub:NAME) and reports: letters a to z, digits, hyphens.");
    public static final Setting<Duration> DEADLINE = Setting.duration(
            "atlas.federation.deadline", "5s", "How long one hub may take to answer a part of a federated query.");
    public static final Setting<Integer> MAX_ROWS_OF_HUB = Setting.number(
            "atlas.federation.max-rows-of-hub",
            100_000,
            1,
            100_000_000,
            "Rows of one hub's answer to a part of a federated query; a longer one counts as failed.");
    public static final Setting<Integer> MAX_MEGABYTES_OF_HUB = Setting.number(
            "atlas.federation.max-megabytes-of-hub",
            32,
            1,
            10_000,
            "Size of one hub's answer to a part of a federated query, in MiB; a larger one counts as failed.");
    public static final Setting<Integer> MAX_ROWS = Setting.number(
            "atlas.federation.max-rows",
            500_000,
            1,
            100_000_000,
            "Rows that one federated query takes from all hubs together, and rows of its answer. They are held in"
                    + " memory.");
    public static final Setting<Integer> MAX_CALLS = Setting.number(
            "atlas.federation.max-calls",
            2_000,
            1,
            1_000_000,
            "Questions to hubs for one federated query: hubs times parts of the query.");
    public static final Setting<Duration> PAUSE = Setting.duration(
            "atlas.federation.pause",
            "30s",
            "How long a hub is left alone after it could not be reached twice; longer each time that it still cannot.");

    public static final List<Setting<?>> ALL =
            List.of(ID, DEADLINE, MAX_ROWS_OF_HUB, MAX_MEGABYTES_OF_HUB, MAX_ROWS, MAX_CALLS, PAUSE);

    public static FederationSettings from(Settings settings) {
        return new FederationSettings(
                settings.get(ID),
                settings.get(DEADLINE),
                settings.get(MAX_ROWS_OF_HUB),
                settings.get(MAX_MEGABYTES_OF_HUB),
                settings.get(MAX_ROWS),
                settings.get(MAX_CALLS),
                settings.get(PAUSE));
    }

    long maxBytesOfHub() {
        return (long) maxMegabytesOfHub << 20;
    }
}
