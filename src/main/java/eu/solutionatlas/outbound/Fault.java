package eu.solutionatlas.outbound;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why an exchange with another machine did not succeed.
 *
 * @param words for an operator, in English: what happened, without naming the address that was asked
 * @param phase how far it came; empty when nothing was sent
 * @param status the status of the answer, where that is the reason
 * @param location where a redirect leads, as the answer says it
 * @param retryAfter when the other side asks us to come back
 */
public record Fault(
        Kind kind,
        String words,
        Optional<Phase> phase,
        OptionalInt status,
        Optional<String> location,
        Optional<Duration> retryAfter) {

    /** What kinds there are. */
    public enum Kind {
        /** Nothing listens there. */
        REFUSED(true),
        /** No way leads there. */
        UNREACHABLE(true),
        UNKNOWN_HOST(true),
        /** The address is none that is asked. */
        FORBIDDEN_ADDRESS(false),
        TIMEOUT(true),
        /** The answer has more bytes than the caller takes, before or after decompression. */
        TOO_LARGE(false),
        /** The connection ended before the answer did. */
        TRUNCATED(true),
        /** The certificate, or another part of the secure connection, is not in order. */
        TLS(true),
        REDIRECT(false),
        /** Any other status than success. */
        STATUS(false),
        /** 429 or 503. */
        BUSY(false),
        WRONG_TYPE(false),
        /** The answer is not what its type says, or not HTTP. */
        MALFORMED(false),
        /** The caller gave it up. */
        CANCELLED(false),
        /** Too many requests of ours wait for this host already. */
        CROWDED(false),
        /** This machine could not keep what came. */
        LOCAL(false);

        private final boolean transport;

        Kind(boolean transport) {
            this.transport = transport;
        }
    }

    /** A fault with nothing to add to its words. */
    public static Fault of(Kind kind, String words) {
        return new Fault(kind, words, Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    static Fault in(Phase phase, Kind kind, String words) {
        return new Fault(kind, words, Optional.of(phase), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Whether the other side, or the way to it, is not in working order, whoever asks for whatever. Only such faults may
     * keep others from asking.
     */
    public boolean isTransport() {
        return kind.transport;
    }
}
