package eu.solutionatlas.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Which language a reader gets: {@code ?lang=}, then {@code Accept-Language}, then the default. */
public final class Languages {
    private Languages() {}

    /**
     * The language of a request.
     *
     * @throws ProblemException 400 when {@code ?lang=} names a language that the pages do not have
     */
    public static Language of(Context ctx) {
        String asked = ctx.queryParam("lang");
        if (asked != null) {
            return Language.of(asked)
                    .orElseThrow(() -> new ProblemException(Problem.badRequest(
                            "unknown-language",
                            "The parameter lang names no language of these pages. There is: "
                                    + Arrays.stream(Language.values())
                                            .map(Language::tag)
                                            .collect(Collectors.joining(", "))
                                    + ".")));
        }
        String header = ctx.header("Accept-Language");
        return header == null ? Language.DEFAULT : Language.negotiate(header);
    }
}
