package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finished body with its validator, plain and compressed, made once and sent many times. */
final class CachedBody {
    /** Below this many bytes, gzip saves less than a network packet. */
    private static final int WORTH_COMPRESSING = 1024;

    private final int status;
    private final boolean dated;
    private final DataVersion version;
    private final byte[] plain;
    private final byte @Nullable [] gzip;
    private final String etag;
    private final String gzipEtag;
    private final String lastModified;
    private final String link;
    private final String location;

    /**
     * @param link value of the Link header
     * @param location value of Content-Location
     */
    CachedBody(int status, DataVersion version, byte[] plain, String link, String location) {
        this(status, version, plain, link, location, true);
    }

    /** A body that shows more than the data version, so that the date of that version says nothing about it. */
    static CachedBody undated(DataVersion version, byte[] plain, String link, String location) {
        return new CachedBody(200, version, plain, link, location, false);
    }

    private CachedBody(int status, DataVersion version, byte[] plain, String link, String location, boolean dated) {
        this.dated = dated;
        this.status = status;
        this.version = version;
        this.plain = plain;
        this.gzip = plain.length < WORTH_COMPRESSING ? null : Encodings.gzip(plain);
        // The content's hash covers what else the bytes depend on: representation, language and our own templates.
        String tag = version.number() + "-" + HexFormat.of().formatHex(sha256(plain), 0, 8);
        this.etag = "\"" + tag + "\"";
        this.gzipEtag = "\"" + tag + "-gzip\"";
        this.lastModified = HttpDate.of(version.at());
        this.link = link;
        this.location = location;
    }

    int status() {
        return status;
    }

    DataVersion version() {
        return version;
    }

    boolean compressible() {
        return gzip != null;
    }

    byte[] bytes(boolean compressed) {
        return compressed && gzip != null ? gzip : plain;
    }

    /** The strong validator of the chosen encoding (RFC 9110 section 8.8.3.3). */
    String etag(boolean compressed) {
        return compressed && gzip != null ? gzipEtag : etag;
    }

    /** Empty for a body that changes without the data version. */
    Optional<String> lastModified() {
        return dated ? Optional.of(lastModified) : Optional.empty();
    }

    /** The moment of the last change; for all that is known, that is now when it changes without the data version. */
    Instant modified() {
        return dated ? version.at() : Instant.MAX;
    }

    String link() {
        return link;
    }

    String location() {
        return location;
    }

    /** Memory taken, in bytes. */
    int weight() {
        return plain.length + (gzip == null ? 0 : gzip.length) + 2 * link.length() + 512;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
