package eu.solutionatlas.web;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Headers that every answer carries, errors included. */
final class StandardHeaders {
    private static final List<HttpField> ALL = List.of(
            // Whatever a data file could smuggle into a page: no script runs but our own files, nothing is fetched from
            // elsewhere.
            new PreEncodedHttpField(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
                            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer-when-downgrade"),
            // Open data: any page may read every answer. The one cookie names a language, so nothing is lent to that
            // page.
            new PreEncodedHttpField("Access-Control-Allow-Origin", "*"),
            new PreEncodedHttpField(
                    "Access-Control-Expose-Headers",
                    "Accept-Ranges, Allow, Content-Digest, Content-Disposition, Content-Location, Content-Range, ETag,"
                            + " Last-Modified, Link, Location, Repr-Digest, Retry-After, Atlas-Data-Version,"
                            + " Atlas-Request"));

    private StandardHeaders() {}

    static void putInto(HttpFields.Mutable headers, String requestId) {
        ALL.forEach(headers::put);
        headers.put(RequestIds.HEADER, requestId);
    }
}
