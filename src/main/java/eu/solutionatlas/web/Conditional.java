package eu.solutionatlas.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditional requests for reading (RFC 9110 section 13). */
public final class Conditional {
    private Conditional() {}

    /**
     * Answers 304. Without the content type that the framework gives every answer: whoever keeps a copy takes the headers of a
     * 304 over into it (RFC 9111 section 3.2).
     */
    public static void answerNotModified(Context ctx) {
        ctx.status(HttpStatus.NOT_MODIFIED);
        ctx.res().setContentType(null);
    }

    static boolean notModified(Context ctx, CachedBody body, boolean compressed) {
        return notModified(
                ctx.header("If-None-Match"), ctx.header("If-Modified-Since"), body.etag(compressed), body.modified());
    }

    /**
     * Whether the client's copy is still right, so that 304 says enough.
     *
     * @param ifNoneMatch the header, which decides alone when present (section 13.2.2)
     * @param ifModifiedSince the header; one that is no HTTP date is ignored (section 13.1.3)
     * @param etag of what would be sent, quoted
     */
    public static boolean notModified(
            @Nullable String ifNoneMatch, @Nullable String ifModifiedSince, String etag, Instant lastModified) {
        if (ifNoneMatch != null) {
            return ifNoneMatch.strip().equals("*") || lists(ifNoneMatch, etag);
        }
        if (ifModifiedSince == null) {
            return false;
        }
        return date(ifModifiedSince)
                .filter(since -> !lastModified.isAfter(since))
                .isPresent();
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the client wants what it asks for only if it is what it thinks it is, and it is not, so that 412 is the answer.
     *
     * @param ifMatch the header, which decides alone when present (section 13.2.2)
     * @param ifUnmodifiedSince the header; one that is no HTTP date is ignored (section 13.1.4)
     * @param etag of what would be sent, quoted and strong
     */
    public static boolean fails(
            @Nullable String ifMatch, @Nullable String ifUnmodifiedSince, String etag, Instant lastModified) {
        if (ifMatch != null) {
            return !ifMatch.strip().equals("*")
                    && Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(etag::equals);
        }
        return ifUnmodifiedSince != null
                && date(ifUnmodifiedSince).filter(lastModified::isAfter).isPresent();
    }

    /** Weak comparison (section 8.8.3.2) with each tag of a list. */
    private static boolean lists(String header, String etag) {
        for (String candidate : header.split(",")) {
            String tag = candidate.strip();
            if (tag.equals(etag) || (tag.startsWith("W/") && tag.substring(2).equals(etag))) {
                return true;
            }
        }
        return false;
    }
}
