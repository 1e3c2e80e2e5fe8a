package eu.solutionatlas.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is asked of another machine, and how long and how large its answer may be. Never changes. */
public final class OutboundRequest {
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(30);
    private static final long USUAL_BYTES = 8L << 20;

    private final URI uri;
    private final String method;
    private final Map<String, String> headers;
    private final Optional<Content> content;
    private final Duration deadline;
    private final Duration silence;
    private final long maxBytes;
    private final boolean oneRedirect;

    /** The body of a POST. */
    record Content(String mediaType, byte[] bytes) {}

    private OutboundRequest(
            URI uri,
            String method,
            Map<String, String> headers,
            Optional<Content> content,
            Duration deadline,
            Duration silence,
            long maxBytes,
            boolean oneRedirect) {
        this.uri = uri;
        this.method = method;
        this.headers = headers;
        this.content = content;
        this.deadline = deadline;
        this.silence = silence;
        this.maxBytes = maxBytes;
        this.oneRedirect = oneRedirect;
    }

    private static OutboundRequest of(URI uri, String method, Optional<Content> content) {
        return new OutboundRequest(uri, method, Map.of(), content, USUAL_DEADLINE, USUAL_DEADLINE, USUAL_BYTES, false);
    }

    public static OutboundRequest get(URI uri) {
        return of(uri, "GET", Optional.empty());
    }

    public static OutboundRequest head(URI uri) {
        return of(uri, "HEAD", Optional.empty());
    }

    public static OutboundRequest post(URI uri, String mediaType, byte[] body) {
        return of(uri, "POST", Optional.of(new Content(mediaType, body.clone())));
    }

    /** With a header more, in place of one of the same name. */
    public OutboundRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new OutboundRequest(uri, method, Map.copyOf(more), content, deadline, silence, maxBytes, oneRedirect);
    }

    public OutboundRequest accept(String mediaTypes) {
        return header("Accept", mediaTypes);
    }

    /** @param deadline for everything: looking up the name, connecting, waiting and reading to the end */
    public OutboundRequest within(Duration deadline) {
        return new OutboundRequest(uri, method, headers, content, deadline, deadline, maxBytes, oneRedirect);
    }

    /** @param silence the longest time without a single byte, for an exchange whose deadline is far off */
    public OutboundRequest silentAtMost(Duration silence) {
        return new OutboundRequest(uri, method, headers, content, deadline, silence, maxBytes, oneRedirect);
    }

    /** @param bytes of the body, before as after decompression */
    public OutboundRequest atMost(long bytes) {
        return new OutboundRequest(uri, method, headers, content, deadline, silence, bytes, oneRedirect);
    }

    /** Goes on, once, where the answer leads elsewhere on the same server (scheme, host and port). */
    public OutboundRequest followingOneRedirect() {
        return new OutboundRequest(uri, method, headers, content, deadline, silence, maxBytes, true);
    }

    /** The same at another address, and no further. */
    OutboundRequest movedTo(URI other, Duration left) {
        return new OutboundRequest(other, method, headers, content, left, silence, maxBytes, false);
    }

    boolean followsOneRedirect() {
        return oneRedirect;
    }

    public URI uri() {
        return uri;
    }

    String method() {
        return method;
    }

    Map<String, String> headers() {
        return headers;
    }

    Optional<Content> content() {
        return content;
    }

    Duration deadline() {
        return deadline;
    }

    Duration silence() {
        return silence;
    }

    long maxBytes() {
        return maxBytes;
    }

    boolean has(String header) {
        return headers.keySet().stream().anyMatch(header::equalsIgnoreCase);
    }
}
