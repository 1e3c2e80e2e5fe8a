package eu.solutionatlas.region;

import eu.solutionatlas.settings.SettingsException;
import eu.solutionatlas.web.Conditional;
import eu.solutionatlas.web.Encodings;
import eu.solutionatlas.web.HttpDate;
import eu.solutionatlas.web.Routes;
import eu.solutionatlas.web.TileMap;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** {@code /region/outlines.geojson}: the polygons that the operator gave, read once at the start. */
public final class Outlines {
    static final String PATH = "/region/outlines.geojson";

    private final byte[] plain;
    private final byte[] gzip;
    private final String hash;
    private final Instant changed;
    private final String attribution;

    private Outlines(byte[] plain, Instant changed, String attribution) {
        this.plain = plain;
        this.gzip = Encodings.gzip(plain);
        this.hash = hash(plain);
        this.changed = changed;
        this.attribution = attribution;
    }

    /**
     * The outlines of the settings; empty when they name none.
     *
     * @throws SettingsException when there is no such file or it is not what it should be, saying what is wrong with it
     */
    public static Optional<Outlines> of(MapSettings settings) {
        return settings.outlines().map(file -> read(file, settings.attribution()));
    }

    private static Outlines read(Path file, String attribution) {
        try {
            byte[] polygons = OutlinesFile.read(file, TileGrid.load().codes());
            Instant changed = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
            return new Outlines(polygons, changed, attribution);
        } catch (OutlinesFile.Unusable e) {
            throw new SettingsException(List.of(MapSettings.OUTLINES.key() + ": " + file + " " + e.getMessage()));
        } catch (IOException e) {
            throw new SettingsException(
                    List.of(MapSettings.OUTLINES.key() + ": " + file + " cannot be read: " + e.getMessage()));
        }
    }

    /** How pages refer to them. The address changes with the content, as that of an asset does. */
    TileMap.Layer layer() {
        return new TileMap.Layer(PATH + "?v=" + hash.substring(0, 12), attribution);
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, PATH, this::serve);
    }

    private void serve(Context ctx) throws IOException {
        boolean compressed = Encodings.acceptsGzip(ctx.header("Accept-Encoding"));
        String etag = '"' + hash.substring(0, 16) + (compressed ? "-gzip\"" : "\"");
        ctx.header("Cache-Control", "public, max-age=86400");
        ctx.header("Vary", "Accept-Encoding");
        ctx.header("ETag", etag);
        ctx.header("Last-Modified", HttpDate.of(changed));
        if (Conditional.notModified(ctx.header("If-None-Match"), ctx.header("If-Modified-Since"), etag, changed)) {
            Conditional.answerNotModified(ctx);
            return;
        }
        byte[] bytes = compressed ? gzip : plain;
        ctx.contentType("application/geo+json");
        if (compressed) {
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.res().setContentLength(bytes.length);
        ctx.res().getOutputStream().write(bytes);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
