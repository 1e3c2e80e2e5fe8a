package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A finished body with its validator, plain and compressed, made once and sent many times. */
final class CachedBody {
    /** Below this many bytes, gzip saves less than a network packet. */
    private static final int WORTH_COMPRESSING = 1024;

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final int status;
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
        this.status = status;
        this.version = version;
        this.plain = plain;
        this.gzip = plain.length < WORTH_COMPRESSING ? null : Encodings.gzip(plain);
        // The content's hash covers what else the bytes depend on: representation, language and our own templates.
        String tag = version.number() + "-" + HexFormat.of().formatHex(sha256(plain), 0, 8);
        this.etag = "\"" + tag + "\"";
        this.gzipEtag = "\"" + tag + "-gzip\"";
        this.lastModified = HTTP_DATE.format(version.at());
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

    String lastModified() {
        return lastModified;
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
