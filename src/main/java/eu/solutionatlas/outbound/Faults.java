package eu.solutionatlas.outbound;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** Names what went wrong. */
final class Faults {
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private Faults() {}

    /** The fault behind what was thrown; the first that is known in the chain of causes. */
    static Fault of(Throwable thrown, Phase phase) {
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            Optional<Fault> fault = known(cause, phase);
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        return phase == Phase.CONNECT
                ? Fault.in(phase, Fault.Kind.UNREACHABLE, "cannot be reached: " + thrown.getMessage())
                : truncated(phase);
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }

    private static Optional<Fault> known(Throwable cause, Phase phase) {
        return Optional.ofNullable(
                switch (cause) {
                    case FaultException e -> e.fault();
                    case ForbiddenAddressException e ->
                        Fault.of(Fault.Kind.FORBIDDEN_ADDRESS, String.valueOf(e.getMessage()));
                    case UnknownHostException e ->
                        Fault.in(phase, Fault.Kind.UNKNOWN_HOST, "no machine of that name is known");
                    case SocketTimeoutException e -> timeout(phase);
                    case TimeoutException e -> timeout(phase);
                    case NoRouteToHostException e ->
                        Fault.in(phase, Fault.Kind.UNREACHABLE, "cannot be reached: " + e.getMessage());
                    case ConnectException e -> connect(e);
                    case SSLException e -> Fault.in(phase, Fault.Kind.TLS, "no secure connection: " + e.getMessage());
                    case EOFException e -> truncated(phase);
                    case ClosedChannelException e -> truncated(phase);
                    case ZipException e ->
                        Fault.in(phase, Fault.Kind.MALFORMED, "the answer is not gzip as it says: " + e.getMessage());
                    case HttpException.RuntimeException e -> notHttp(phase, e.getReason());
                    case HttpResponseException e -> e.getCause() == null ? notHttp(phase, "bad response") : null;
                    case RejectedExecutionException e ->
                        Fault.of(Fault.Kind.CROWDED, "too many requests wait for that host already");
                    default -> null;
                });
    }

    private static Fault connect(ConnectException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("refused")) {
            return Fault.in(Phase.CONNECT, Fault.Kind.REFUSED, "refuses connections: nothing listens there");
        }
        return message.contains("timed out")
                ? timeout(Phase.CONNECT)
                : Fault.in(Phase.CONNECT, Fault.Kind.UNREACHABLE, "cannot be reached: " + message);
    }

    static Fault timeout(Phase phase) {
        return Fault.in(phase, Fault.Kind.TIMEOUT, "took too long " + phase.words());
    }

    static Fault truncated(Phase phase) {
        return Fault.in(phase, Fault.Kind.TRUNCATED, "closed the connection " + phase.words());
    }

    static Fault tooLarge(long limit) {
        return Fault.in(
                Phase.BODY, Fault.Kind.TOO_LARGE, "the answer is larger than the " + limit + " bytes that are taken");
    }

    private static Fault notHttp(Phase phase, @Nullable String message) {
        return Fault.in(phase, Fault.Kind.MALFORMED, "the answer is not HTTP: " + message);
    }

    /** What a status other than success means; empty for success, and for 304 where the request asked for it. */
    static Optional<Fault> ofStatus(int status, ReplyHeaders headers, boolean conditional) {
        if (status / 100 == 2 || (status == 304 && conditional)) {
            return Optional.empty();
        }
        Fault.Kind kind = switch (status) {
            case 301, 302, 303, 307, 308 -> Fault.Kind.REDIRECT;
            case 429, 503 -> Fault.Kind.BUSY;
            default -> Fault.Kind.STATUS;
        };
        Optional<String> location = headers.first("Location");
        String words = switch (kind) {
            case REDIRECT ->
                "redirects (" + status + ") to " + location.orElse("nowhere") + ", and redirects are not followed";
            case BUSY -> "is too busy (status " + status + ")";
            default -> "answers with status " + status;
        };
        return Optional.of(new Fault(
                kind,
                words,
                Optional.of(Phase.HEADERS),
                OptionalInt.of(status),
                location,
                headers.first("Retry-After").flatMap(Faults::retryAfter)));
    }

    /** Seconds or a date (RFC 9110 section 10.2.3), at most a day. */
    private static Optional<Duration> retryAfter(String text) {
        Duration wait;
        try {
            wait = text.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text.strip()))
                    : Duration.between(
                            Instant.now(), ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty(); // said in no way that the standard knows: as if not said
        }
        if (wait.isNegative()) {
            return Optional.of(Duration.ZERO);
        }
        return Optional.of(wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait);
    }
}
