package eu.solutionatlas.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Style sheets, scripts and pictures. Their names hold a hash of their content, so that browsers keep them for good and a new
 * release is seen at once.
 */
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8");

    /** Files beside this class, in {@code assets/}. */
    private static final List<String> OWN =
            List.of("style.css", "icon.svg", "map.css", "map.js", "suggest.js", "complete.js", "diagram.css");

    /** Files of WebJars, each by the name of its jar and its path in there. */
    private static final List<WebJarFile> OF_OTHERS =
            List.of(new WebJarFile("leaflet", "dist/leaflet.css"), new WebJarFile("leaflet", "dist/leaflet.js"));

    private record Asset(String type, byte[] plain, byte[] gzip) {}

    private final Map<String, String> hashed = new HashMap<>();
    private final Map<String, Asset> served = new HashMap<>();

    private Assets() {}

    /** Those that come with the program. */
    public static Assets load() {
        Assets assets = new Assets();
        OWN.forEach(name -> assets.add(name, read("assets/" + name)));
        OF_OTHERS.forEach(file -> assets.add(file.name(), file.read()));
        return assets;
    }

    private void add(String name, byte[] bytes) {
        int dot = name.lastIndexOf('.');
        String type = TYPES.get(name.substring(dot + 1));
        if (type == null) {
            throw new IllegalStateException("no media type is known for the asset " + name);
        }
        String unique = name.substring(0, dot) + "." + hash(bytes) + name.substring(dot);
        hashed.put(name, unique);
        served.put(unique, new Asset(type, bytes, Encodings.gzip(bytes)));
    }

    /** The path at which an asset is served. */
    String path(String name) {
        String unique = hashed.get(name);
        if (unique == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return "/assets/" + unique;
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, "/assets/{name}", this::serve);
    }

    private void serve(Context ctx) throws IOException {
        Asset asset = served.get(ctx.pathParam("name"));
        if (asset == null) {
            throw new ProblemException(Problem.notFound("There is no such asset; pages name those there are."));
        }
        boolean compressed = Encodings.acceptsGzip(ctx.header("Accept-Encoding"));
        byte[] bytes = compressed ? asset.gzip() : asset.plain();
        ctx.contentType(asset.type());
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.header("Vary", "Accept-Encoding");
        if (compressed) {
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.res().setContentLength(bytes.length);
        ctx.res().getOutputStream().write(bytes);
    }

    /** A resource of the program, by its path from this class or, with a slash, from the top. */
    static byte[] read(String path) {
        try (InputStream in = Assets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the asset " + path + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
