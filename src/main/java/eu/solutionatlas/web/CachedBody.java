package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A finished body with its validator, plain and compressed, made once and sent many times. */
final class CachedBody {
    /** Below this many bytes, gzip saves less than a network packet. */
    private static final int WORTH_COMPRESSING = 1024;

    private final int status;
    private final DataVersion version;
    private final byte[] plain;
    private final byte @Nullable [] gzip;
    private final String tag;

    CachedBody(int status, DataVersion version, byte[] plain) {
        this.status = status;
        this.version = version;
        this.plain = plain;
        this.gzip = plain.length < WORTH_COMPRESSING ? null : compress(plain);
        // The content's hash covers what else the bytes depend on: representation, language and our own templates.
        this.tag = version.number() + "-" + HexFormat.of().formatHex(sha256(plain), 0, 8);
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
        return compressed && gzip != null ? "\"" + tag + "-gzip\"" : "\"" + tag + "\"";
    }

    /** Memory taken, in bytes. */
    int weight() {
        return plain.length + (gzip == null ? 0 : gzip.length) + 256;
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
