package eu.solutionatlas.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which language a reader gets: {@code ?lang=}, then {@code Accept-Language}, then the default. */
public final class Languages {
    /** Most readers send one of a few headers, and reading one takes longer than all else about a cached page. */
    private static final LoadingCache<String, Language> NEGOTIATED =
            Caffeine.newBuilder().maximumSize(500).build(Language::negotiate);

    private static final int LONGEST_REMEMBERED = 200;

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
        String header = ctx.header("Accept-Language");
        if (header == null) {
            return Reader.ANY;
        }
        boolean remembered = header.length() <= LONGEST_REMEMBERED;
        return new Reader(remembered ? NEGOTIATED.get(header) : Language.negotiate(header), false);
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.badRequest(
                "unknown-language",
                "The parameter lang names no language of these pages. There is: "
                        + Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "))
                        + "."));
    }
}
