package eu.solutionatlas.web;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The first to see a well-formed request: names it, sets the headers that every answer has, and turns away what no route
 * could answer.
 */
final class Gate extends Handler.Wrapper {
    private static final String REPLACEMENT = "\uFFFD";

    private final JettyErrors errors;
    private final long maxBodyBytes;

    Gate(JettyErrors errors, long maxBodyBytes, Handler.Singleton next) {
        super(next);
        this.errors = errors;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        StandardHeaders.putInto(response.getHeaders(), RequestIds.of(request));
        Optional<Problem> problem = problem(request);
        if (problem.isPresent()) {
            errors.write(request, response, callback, problem.get());
            return true;
        }
        Optional<String> withoutSlash = withoutTrailingSlash(request);
        if (withoutSlash.isPresent()) {
            response.setStatus(308);
            response.getHeaders().put(HttpHeader.LOCATION, withoutSlash.get());
            callback.succeeded();
            return true;
        }
        return super.handle(request, response, callback);
    }

    private Optional<Problem> problem(Request request) {
        HttpFields headers = request.getHeaders();
        long length = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        boolean body = length > 0 || headers.contains(HttpHeader.TRANSFER_ENCODING);
        if (body && isReading(request)) {
            return Optional.of(Problems.bodyNotExpected(request.getMethod()));
        }
        if (length > maxBodyBytes) {
            return Optional.of(Problems.bodyTooLarge(maxBodyBytes));
        }
        // Taken plain only: a small compressed body can stand for gigabytes.
        String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
            return Optional.of(Problems.encodedBody());
        }
        if (headers.contains("Sec-WebSocket-Version")) {
            return Optional.of(Problems.noWebSockets());
        }
        if (!isKnownCharset(headers.get(HttpHeader.CONTENT_TYPE))) {
            return Optional.of(Problems.unknownCharset());
        }
        return isPercentEncodedUtf8(request.getHttpURI().getQuery())
                ? Optional.empty()
                : Optional.of(Problems.malformedQuery());
    }

    /** Whether the charset of a body is one at all; Jetty stumbles over the others wherever it is asked for the type. */
    private static boolean isKnownCharset(@Nullable String contentType) {
        String charset = contentType == null ? null : MimeTypes.getCharsetFromContentType(contentType);
        try {
            return charset == null || Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /** Entries have one address each, without a slash at the end; links with one lead there (RFC 9110 section 15.4.9). */
    private static Optional<String> withoutTrailingSlash(Request request) {
        HttpURI uri = request.getHttpURI();
        String path = uri.getPath();
        if (!isReading(request) || path == null || path.length() < 2 || !path.endsWith("/")) {
            return Optional.empty();
        }
        return Optional.of(path.substring(0, path.length() - 1) + (uri.getQuery() == null ? "" : "?" + uri.getQuery()));
    }

    private static boolean isReading(Request request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    static boolean isPercentEncodedUtf8(@Nullable String query) {
        if (query == null || (query.indexOf('%') < 0 && query.chars().allMatch(c -> c < 0x80))) {
            return true;
        }
        try {
            // The JDK's decoder lets bytes that are no UTF-8 pass as replacement characters.
            String decoded = URLDecoder.decode(query, StandardCharsets.UTF_8);
            return !decoded.contains(REPLACEMENT)
                    || query.toUpperCase(Locale.ROOT).contains("%EF%BF%BD");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
