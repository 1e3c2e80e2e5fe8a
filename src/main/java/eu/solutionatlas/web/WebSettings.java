package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How this hub is reached, and what a client may take of it.
 *
 * @param host the address to listen at
 * @param port 0 for any free one
 * @param iris the rules that follow from the base IRI
 * @param maxBodyBytes of a request, in bytes
 * @param maxHeaderBytes of a request's first line and headers together, in bytes
 * @param threads that answer requests, at most
 * @param maxConnections open at a time
 * @param headTimeout how long the head of a request may take to arrive
 * @param idleTimeout after which a silent connection is closed
 * @param minDataRate of a body in either direction, in bytes a second; 0 for none
 * @param drain how long the hub still answers after it has said that it is not ready
 * @param stopWait how long running requests may take to finish after that
 * @param cacheBytes memory for finished answers, in bytes
 * @param logRequests whether to write a line for each request
 * @param logQueries whether that line holds the query string
 */
public record WebSettings(
        String host,
        int port,
        Iris iris,
        int maxBodyBytes,
        int maxHeaderBytes,
        int threads,
        int maxConnections,
        Duration headTimeout,
        Duration idleTimeout,
        int minDataRate,
        Duration drain,
        Duration stopWait,
        int cacheBytes,
        boolean logRequests,
        boolean logQueries) {

    public static final Setting<String> HOST = Setting.text(
            "atlas.host",
            "127.0.0.1",
            "Address to listen at. The default is reached from this machine only, as behind a reverse proxy; 0.0.0.0 is"
                    + " reached from everywhere.");
    public static final Setting<Integer> PORT =
            Setting.number("atlas.port", 8080, 0, 65_535, "Port to listen at; 0 takes any free one.");
    public static final Setting<Iris> BASE_IRI = new Setting<>(
            "atlas.base-iri",
            "IRI such as https://atlas.example.org/",
            "http://localhost:8080/",
            "What the name of every entry of this hub begins with. Choose it once, before the first load: names, once"
                    + " published, do not change.",
            WebSettings::iris);
    public static final Setting<Integer> MAX_BODY_BYTES = Setting.number(
            "atlas.web.max-body-bytes",
            1 << 20,
            1_024,
            1 << 30,
            "Largest request body, in bytes; a larger one is answered with 413.");
    public static final Setting<Integer> MAX_HEADER_BYTES = Setting.number(
            "atlas.web.max-header-bytes",
            32_768,
            4_096,
            1 << 20,
            "Most bytes of a request's first line and headers; beyond are 414 and 431. Bounds a query sent by GET.");
    public static final Setting<Integer> THREADS =
            Setting.number("atlas.web.threads", 64, 8, 1_000, "Most threads that answer requests.");
    public static final Setting<Integer> MAX_CONNECTIONS = Setting.number(
            "atlas.web.max-connections",
            2_000,
            1,
            1_000_000,
            "Most open connections; beyond, new ones wait. Also bounds the requests that wait for a thread.");
    public static final Setting<Duration> HEAD_TIMEOUT = Setting.duration(
            "atlas.web.head-timeout",
            "10s",
            "How long the first line and the headers of a request may take to arrive; a slower client is cut off.");
    public static final Setting<Duration> IDLE_TIMEOUT = Setting.duration(
            "atlas.web.idle-timeout", "30s", "A connection on which nothing moves for so long is closed.");
    public static final Setting<Integer> MIN_DATA_RATE = Setting.number(
            "atlas.web.min-data-rate",
            200,
            0,
            1 << 20,
            "Slowest body in either direction, in bytes a second; a slower client is cut off. 0 for no limit.");
    public static final Setting<Duration> DRAIN = Setting.duration(
            "atlas.web.drain",
            "0s",
            "When stopping: how long to go on answering after /health/ready says no, so that a load balancer notices.");
    public static final Setting<Duration> STOP_WAIT = Setting.duration(
            "atlas.web.stop-wait", "20s", "When stopping: how long running requests may take to finish.");
    public static final Setting<Integer> CACHE_BYTES =
            Setting.number("atlas.web.cache-bytes", 32 << 20, 0, 1 << 30, "Memory for finished answers, in bytes.");
    public static final Setting<Boolean> LOG_REQUESTS = Setting.flag(
            "atlas.log.requests", true, "Whether to write one line of JSON for each request to standard output.");
    public static final Setting<Boolean> LOG_QUERIES = Setting.flag(
            "atlas.log.queries",
            false,
            "Whether those lines hold the query string. Off, since what people search for is theirs.");

    public static final List<Setting<?>> ALL = List.of(
            PORT,
            BASE_IRI,
            HOST,
            MAX_BODY_BYTES,
            MAX_HEADER_BYTES,
            THREADS,
            MAX_CONNECTIONS,
            HEAD_TIMEOUT,
            IDLE_TIMEOUT,
            MIN_DATA_RATE,
            DRAIN,
            STOP_WAIT,
            CACHE_BYTES,
            LOG_REQUESTS,
            LOG_QUERIES);

    private static Iris iris(String text) {
        String base = text.strip();
        Iris iris;
        try {
            iris = new Iris(base.endsWith("/") ? base : base + "/");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is no http or https IRI with a host and without a query", e);
        }
        if (!base.endsWith("/")) {
            throw new IllegalArgumentException("needs a slash at its end");
        }
        if (!URI.create(base).getPath().equals("/")) {
            throw new IllegalArgumentException("has a path: a hub needs a host, or a port, of its own");
        }
        return iris;
    }

    public static WebSettings from(Settings settings) {
        return new WebSettings(
                settings.get(HOST),
                settings.get(PORT),
                settings.get(BASE_IRI),
                settings.get(MAX_BODY_BYTES),
                settings.get(MAX_HEADER_BYTES),
                settings.get(THREADS),
                settings.get(MAX_CONNECTIONS),
                settings.get(HEAD_TIMEOUT),
                settings.get(IDLE_TIMEOUT),
                settings.get(MIN_DATA_RATE),
                settings.get(DRAIN),
                settings.get(STOP_WAIT),
                settings.get(CACHE_BYTES),
                settings.get(LOG_REQUESTS),
                settings.get(LOG_QUERIES));
    }
}
