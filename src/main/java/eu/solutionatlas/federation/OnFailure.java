package eu.solutionatlas.federation;

import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is to become of an answer when a hub does not answer ({@code on-failure}). */
enum OnFailure {
    /** The others' answers, saying who is missing. */
    PARTIAL,
    /** No answer at all. */
    STRICT,
    /** The others' answers, and the missing hub's from the copy of its entries, saying how old it is. */
    STALE;

    static final String PARAMETER = "on-failure";

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemException 400 for anything else */
    static OnFailure of(Optional<String> given) {
        return given.map(text -> Arrays.stream(values())
                        .filter(one -> one.code().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(Problem.badRequest(
                                "unknown-on-failure",
                                PARAMETER + "=" + text + " is not known; there are partial, strict and stale."))))
                .orElse(PARTIAL);
    }
}
