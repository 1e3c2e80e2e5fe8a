package eu.solutionatlas.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import eu.solutionatlas.rdf.Iris;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which language a reader gets: {@code ?lang=}, then what they chose the last time, then {@code Accept-Language}, then the
 * default.
 */
public final class Languages {
    /** Most readers send one of a few headers, and reading one takes longer than all else about a cached page. */
    private static final LoadingCache<String, Language> NEGOTIATED =
            Caffeine.newBuilder().maximumSize(500).build(Language::negotiate);

    private static final int LONGEST_REMEMBERED = 200;

    /** The cookie that remembers a choice. It says nothing else, and nothing about who it is. */
    private static final String COOKIE = "atlas-language";

    private static final int A_YEAR = 31_536_000;

    private Languages() {}

    /**
     * The language of a request.
     *
     * @throws ProblemException 400 when {@code ?lang=} names a language that the pages do not have
     */
    public static Language of(Context ctx) {
        return reader(ctx).language();
    }

    /** As {@link #of}, with whether it was asked for by name. */
    public static Reader reader(Context ctx) {
        Optional<String> asked = QueryParameters.one(ctx, "lang");
        if (asked.isPresent()) {
            return new Reader(Language.of(asked.get()).orElseThrow(Languages::unknown), true);
        }
        Optional<Language> remembered = remembered(ctx);
        if (remembered.isPresent()) {
            return new Reader(remembered.get(), false);
        }
        String header = ctx.header("Accept-Language");
        if (header == null) {
            return Reader.ANY;
        }
        boolean usual = header.length() <= LONGEST_REMEMBERED;
        return new Reader(usual ? NEGOTIATED.get(header) : Language.negotiate(header), false);
    }

    /** Remembers what a reader chose, for the pages of this hub. */
    static void remember(Context ctx, Iris iris, Language language) {
        URI base = URI.create(iris.base());
        ctx.res()
                .addHeader(
                        "Set-Cookie",
                        COOKIE + "=" + language.tag() + "; Path=" + base.getPath() + "; Max-Age=" + A_YEAR
                                + "; SameSite=Lax; HttpOnly"
                                + ("https".equals(base.getScheme()) ? "; Secure" : ""));
    }

    private static Optional<Language> remembered(Context ctx) {
        if (ctx.header("Cookie") == null) {
            return Optional.empty();
        }
        String value = ctx.cookie(COOKIE);
        return value == null ? Optional.empty() : Language.of(value);
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.badRequest(
                "unknown-language",
                "The parameter lang names no language of these pages. There is: "
                        + Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "))
                        + "."));
    }
}
