package eu.solutionatlas.sparql;

import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import java.time.Duration;
import java.util.List;

/**
 * The limits of the public SPARQL endpoint. The defaults are generous for people and scripts, and small enough that no
 * single client can take the hub away from the others.
 *
 * @param firstRow how long a query may compute before its first row
 * @param total how long a query may run, sending included
 * @param maxRows rows, or triples, of one answer
 * @param maxMegabytes size of one answer before compression, in MiB
 * @param maxQueryLength characters of one query
 * @param maxDepth how deeply groups and expressions may nest
 * @param maxGraphTriples triples of an answer in a format that cannot be streamed
 * @param maxStringLength characters of a string that a query makes
 * @param concurrent queries that run at the same time
 * @param queue queries that wait for their turn
 * @param queueWait how long they wait
 * @param maxRequestKilobytes size of one request body, in KiB
 * @param requestsPerMinute of one client, in the long run; 0 for no limit
 * @param burst requests of one client at once
 * @param trustedProxies proxies in front of the hub whose X-Forwarded-For is believed
 * @param logQueries whether the log shows the text of queries
 * @param maxHeapPercent share of the heap in use after garbage collection at which the greediest query is ended
 * @param rowsInMemory rows that sorting and DISTINCT hold in memory before they go to temporary files
 */
public record SparqlSettings(
        Duration firstRow,
        Duration total,
        int maxRows,
        int maxMegabytes,
        int maxQueryLength,
        int maxDepth,
        int maxGraphTriples,
        int maxStringLength,
        int concurrent,
        int queue,
        Duration queueWait,
        int maxRequestKilobytes,
        int requestsPerMinute,
        int burst,
        int trustedProxies,
        boolean logQueries,
        int maxHeapPercent,
        int rowsInMemory) {
    public static final Setting<Duration> FIRST_ROW = Setting.duration(
            "atlas.sparql.first-row-timeout", "10s", "How long a SPARQL query may compute before its first row.");
    public static final Setting<Duration> TOTAL = Setting.duration(
            "atlas.sparql.timeout", "60s", "How long a SPARQL query may run in all, sending its answer included.");
    public static final Setting<Integer> MAX_ROWS = Setting.number(
            "atlas.sparql.max-rows", 2_000_000, 1, 1_000_000_000, "Rows or triples of one SPARQL answer.");
    public static final Setting<Integer> MAX_MEGABYTES = Setting.number(
            "atlas.sparql.max-megabytes", 512, 1, 1_000_000, "Size of one SPARQL answer before compression, in MiB.");
    public static final Setting<Integer> MAX_QUERY_LENGTH = Setting.number(
            "atlas.sparql.max-query-length", 100_000, 100, 10_000_000, "Characters of one SPARQL query.");
    public static final Setting<Integer> MAX_DEPTH = Setting.number(
            "atlas.sparql.max-depth",
            500,
            10,
            2_000,
            "How deeply groups and expressions of a SPARQL query may nest. Each level needs stack.");
    public static final Setting<Integer> MAX_GRAPH_TRIPLES = Setting.number(
            "atlas.sparql.max-graph-triples",
            50_000,
            1,
            10_000_000,
            "Triples of an answer as RDF/XML or JSON-LD, which are built in memory before they are sent.");
    public static final Setting<Integer> MAX_STRING_LENGTH = Setting.number(
            "atlas.sparql.max-string-length",
            100_000,
            1_000,
            10_000_000,
            "Characters of a string that CONCAT, REPLACE or GROUP_CONCAT makes.");
    public static final Setting<Integer> CONCURRENT = Setting.number(
            "atlas.sparql.concurrent-queries",
            4,
            1,
            1_000,
            "SPARQL queries that run at the same time; half of them may be of one client.");
    public static final Setting<Integer> QUEUE = Setting.number(
            "atlas.sparql.queue",
            32,
            0,
            10_000,
            "SPARQL queries that wait for their turn, half of them of one client; more are told to come back.");
    public static final Setting<Duration> QUEUE_WAIT =
            Setting.duration("atlas.sparql.queue-timeout", "10s", "How long a SPARQL query waits for its turn.");
    public static final Setting<Integer> MAX_REQUEST_KILOBYTES = Setting.number(
            "atlas.sparql.max-request-kilobytes", 1_024, 1, 1_000_000, "Size of the body of a SPARQL request, in KiB.");
    public static final Setting<Integer> REQUESTS_PER_MINUTE = Setting.number(
            "atlas.sparql.requests-per-minute",
            600,
            0,
            10_000_000,
            "SPARQL requests a minute of one client in the long run; 0 for no limit.");
    public static final Setting<Integer> BURST = Setting.number(
            "atlas.sparql.burst", 120, 1, 1_000_000, "SPARQL requests of one client at once, before its rate counts.");
    public static final Setting<Integer> TRUSTED_PROXIES = Setting.number(
            "atlas.sparql.trusted-proxies",
            0,
            0,
            10,
            "How many proxies of your own stand in front of the hub. Only so many entries of X-Forwarded-For are"
                    + " believed; with 0, none.");
    public static final Setting<Boolean> LOG_QUERIES = Setting.flag(
            "atlas.sparql.log-queries", false, "Whether the log shows the text of queries, which may be personal.");
    public static final Setting<Integer> MAX_HEAP_PERCENT = Setting.number(
            "atlas.sparql.max-heap-percent",
            60,
            30,
            99,
            "Share of the heap in use after full garbage collection at which the greediest query is ended.");
    public static final Setting<Integer> ROWS_IN_MEMORY = Setting.number(
            "atlas.sparql.rows-in-memory",
            50_000,
            100,
            100_000_000,
            "Rows that ORDER BY and DISTINCT hold in memory before they go on in temporary files.");

    /** Every setting of the endpoint. */
    public static final List<Setting<?>> ALL = List.of(
            FIRST_ROW,
            TOTAL,
            MAX_ROWS,
            MAX_MEGABYTES,
            MAX_QUERY_LENGTH,
            MAX_DEPTH,
            MAX_GRAPH_TRIPLES,
            MAX_STRING_LENGTH,
            CONCURRENT,
            QUEUE,
            QUEUE_WAIT,
            MAX_REQUEST_KILOBYTES,
            REQUESTS_PER_MINUTE,
            BURST,
            TRUSTED_PROXIES,
            LOG_QUERIES,
            MAX_HEAP_PERCENT,
            ROWS_IN_MEMORY);

    public static SparqlSettings from(Settings settings) {
        return new SparqlSettings(
                settings.get(FIRST_ROW),
                settings.get(TOTAL),
                settings.get(MAX_ROWS),
                settings.get(MAX_MEGABYTES),
                settings.get(MAX_QUERY_LENGTH),
                settings.get(MAX_DEPTH),
                settings.get(MAX_GRAPH_TRIPLES),
                settings.get(MAX_STRING_LENGTH),
                settings.get(CONCURRENT),
                settings.get(QUEUE),
                settings.get(QUEUE_WAIT),
                settings.get(MAX_REQUEST_KILOBYTES),
                settings.get(REQUESTS_PER_MINUTE),
                settings.get(BURST),
                settings.get(TRUSTED_PROXIES),
                settings.get(LOG_QUERIES),
                settings.get(MAX_HEAP_PERCENT),
                settings.get(ROWS_IN_MEMORY));
    }

    long maxBytes() {
        return maxMegabytes * 1024L * 1024L;
    }

    int maxRequestBytes() {
        return (int) Math.min(Integer.MAX_VALUE - 16L, maxRequestKilobytes * 1024L);
    }
}
