package eu.solutionatlas.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Content codings (RFC 9110 section 12.5.3); the only one that we write is gzip. */
public final class Encodings {
    private Encodings() {}

    /** The bytes, compressed. */
    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Whether a client takes gzip.
     *
     * @param acceptEncoding the Accept-Encoding header; null when there is none, which means plain
     */
    public static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        boolean anything = false;
        for (String element : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = element.strip().split(";", -1);
            String coding = parts[0].strip();
            boolean wanted = parts.length == 1 || !parts[1].strip().matches("q=0(\\.0{0,3})?");
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return wanted;
            }
            anything |= coding.equals("*") && wanted;
        }
        return anything;
    }
}
