package eu.solutionatlas.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The parameters after the question mark. */
public final class QueryParameters {
    private QueryParameters() {}

    /**
     * The value of a parameter that there is no sense in giving twice.
     *
     * @throws ProblemException 400 when it is given twice, since nobody could tell which one counts
     */
    public static Optional<String> one(Context ctx, String name) {
        if (ctx.queryString() == null) {
            return Optional.empty();
        }
        List<String> values = ctx.queryParams(name);
        if (values.size() > 1) {
            throw new ProblemException(Problem.badRequest(
                    "repeated-parameter",
                    "The parameter " + name + " is given " + values.size() + " times: leave one."));
        }
        return values.stream().findFirst();
    }
}
