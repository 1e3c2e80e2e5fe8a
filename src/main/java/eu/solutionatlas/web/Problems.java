package eu.solutionatlas.web;

import io.javalin.http.HttpResponseException;
import io.javalin.router.EndpointNotFound;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The problems that have nothing to do with any one feature. */
final class Problems {
    private static final int LONGEST_QUOTE = 200;

    private Problems() {}

    /** There is no such path at all. */
    static Problem noSuchPath(String path) {
        return Problem.notFound("This hub has nothing at " + quote(path) + ".");
    }

    /**
     * The path is there, but not with this method (RFC 9110 section 15.5.6).
     *
     * @param allow the methods there are, as in the Allow header
     */
    static Problem methodNotAllowed(String method, String allow) {
        return Problem.of(
                        405,
                        "method-not-allowed",
                        "Not with this method",
                        quote(method) + " is not possible here. There is: " + allow + ".")
                .withHeader("Allow", allow);
    }

    /** Something that nobody planned; the cause is in the log under the request's name. */
    static Problem unexpected() {
        return Problem.of(
                500,
                "internal",
                "Something went wrong on our side",
                "The request is not to blame. Please tell whoever runs this hub, quoting the request's name.");
    }

    static Problem bodyTooLarge(long maxBytes) {
        return Problem.of(
                        413,
                        "body-too-large",
                        "The request is too large",
                        "A request body may have at most " + maxBytes + " bytes.")
                .with("maxBytes", maxBytes);
    }

    static Problem bodyNotExpected(String method) {
        return Problem.badRequest(
                "unexpected-body", "A " + method + " request has no body; this one has. Leave it out.");
    }

    static Problem encodedBody() {
        return Problem.of(
                        415,
                        "encoded-body",
                        "The body is compressed",
                        "Request bodies are taken as they are, without a Content-Encoding.")
                .withHeader("Accept-Encoding", "identity");
    }

    static Problem noWebSockets() {
        return Problem.badRequest("no-web-sockets", "This hub speaks plain HTTP. Leave out Sec-WebSocket-Version.");
    }

    static Problem unknownCharset() {
        return Problem.of(
                415,
                "unknown-charset",
                "Not that encoding",
                "The charset of the Content-Type is not known. Send UTF-8.");
    }

    static Problem malformedQuery() {
        return Problem.badRequest(
                "malformed-query-string",
                "The part after the question mark is not percent-encoded UTF-8: each % needs two hexadecimal digits"
                        + " after it, and together they must be whole characters.");
    }

    /** What Javalin or Fuseki answered, in our form. */
    static Problem of(HttpResponseException e, String path) {
        return e instanceof EndpointNotFound ? noSuchPath(path) : ofStatus(e.getStatus(), e.getMessage());
    }

    /**
     * A problem for a bare status.
     *
     * @param reason words for people, if there are any; only shown when the client is at fault
     */
    static Problem ofStatus(int status, @Nullable String reason) {
        return switch (status) {
            case 404 -> Problem.notFound(reason == null ? "This hub has nothing here." : sentence(reason));
            case 408 -> Problem.of(408, "too-slow", "The request came too slowly", "The connection was idle too long.");
            case 413 ->
                Problem.of(
                        413, "body-too-large", "The request is too large", "The request body is larger than allowed.");
            case 414 ->
                Problem.of(414, "address-too-long", "The address is too long", "Send long queries by POST instead.");
            case 431 ->
                Problem.of(431, "headers-too-large", "The headers are too large", "Send fewer or shorter headers.");
            case 501 -> Problem.of(501, "not-implemented", "Not known here", "This hub does not know that method.");
            case 503 ->
                Problem.of(503, "unavailable", "Not available just now", "This hub is stopping or overloaded.")
                        .withHeader("Retry-After", "10");
            case 505 ->
                Problem.of(505, "http-version", "Not that version of HTTP", "This hub speaks HTTP/1.1 and HTTP/1.0.");
            default -> {
                if (status >= 500) {
                    yield unexpected();
                }
                yield status == 400
                        ? Problem.badRequest("malformed-request", "This is no well-formed request. " + sentence(reason))
                        : Problem.of(status, "refused", "The request is refused", sentence(reason));
            }
        };
    }

    private static String sentence(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return "No more is known.";
        }
        String text = quote(reason.strip());
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    /** Something of the client's to show back: never longer than a line or two. */
    private static String quote(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
