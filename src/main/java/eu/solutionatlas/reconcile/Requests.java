package eu.solutionatlas.reconcile;

import eu.solutionatlas.web.Parameters;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What a request says beside its JSON, read within bounds. */
final class Requests {
    /** Of a form, in bytes: 50 queries with some properties are a tenth of it. */
    private static final int MOST_BYTES = 256 * 1024;

    private static final int FURTHEST = 1_000;
    private static final int LONGEST_PREFIX = 200;
    private static final String FORM = "application/x-www-form-urlencoded";

    private Requests() {}

    /** Of the address and, when there is one, of the form. */
    static Parameters parameters(Context ctx) {
        Parameters inAddress = Parameters.parse(ctx.queryString());
        if (!ctx.req().getMethod().equals("POST")) {
            return inAddress;
        }
        String type = Optional.ofNullable(ctx.contentType())
                .orElse("")
                .split(";", 2)[0]
                .strip();
        if (!type.equalsIgnoreCase(FORM)) {
            throw new ProblemException(Problem.of(
                    415,
                    "unsupported-media-type",
                    "This is no form",
                    "Send the parameter queries or extend as " + FORM + "."));
        }
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ProblemException(Problem.of(
                        413,
                        "body-too-large",
                        "The request is too large",
                        "Up to " + MOST_BYTES + " bytes are taken. Send fewer queries at once."));
            }
            return Parameters.parse(Parameters.utf8(bytes, "the form")).and(inAddress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSONP would have other sites run what we send, and version 0.2 leaves it open. CORS serves the same pages. */
    static void refuseCallback(Parameters parameters) {
        if (parameters.has("callback")) {
            throw new ProblemException(Problem.badRequest(
                    "no-jsonp",
                    "There is no JSONP here: leave callback out, answers may be read from any page (CORS)."));
        }
    }

    static String prefix(Parameters parameters) {
        String prefix = parameters.one("prefix").orElse("").strip();
        if (prefix.length() > LONGEST_PREFIX) {
            throw new ProblemException(Problem.badRequest(
                    "bad-reconciliation-query", "A prefix has up to " + LONGEST_PREFIX + " characters."));
        }
        return prefix;
    }

    static int cursor(Parameters parameters) {
        return parameters
                .one("cursor")
                .filter(text -> !text.isEmpty())
                .map(text -> number(text, "cursor", FURTHEST))
                .orElse(0);
    }

    static int number(String text, String what, int most) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
            throw new ProblemException(Problem.badRequest(
                    "bad-reconciliation-query",
                    "The parameter " + what + " is a whole number from 0 to " + most + "."));
        }
        return Integer.parseInt(text);
    }

    static String id(Context ctx) {
        return parameters(ctx)
                .one("id")
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> new ProblemException(
                        Problem.badRequest("bad-reconciliation-query", "The request has no parameter id.")));
    }
}
