package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The data version that a client has and wants to know the changes since: {@code ?since=17&at=2026-11-28T02:00:00Z}. A number
 * alone may be one of another history, before the catalogue was begun anew; its time tells them apart.
 *
 * @param number of the version
 * @param at the time of that version, where the client gives it
 */
public record Since(long number, Optional<Instant> at) {
    private static final String EXAMPLE = "?since=17&at=2026-11-28T02:00:00Z";

    /** @throws ProblemException 400 when there is no such number, or the time is none */
    public static Since of(Context ctx) {
        String number = QueryParameters.one(ctx, "since")
                .filter(text -> text.matches("\\d{1,18}"))
                .orElseThrow(() -> new ProblemException(Problem.badRequest(
                        "since",
                        "Say since which data version, as a whole number: " + ctx.path() + EXAMPLE + ". The header "
                                + Responder.DATA_VERSION_HEADER
                                + " of the dump names the version that the dump holds.")));
        return new Since(Long.parseLong(number), QueryParameters.one(ctx, "at").map(text -> time(ctx, text)));
    }

    private static Instant time(Context ctx, String text) {
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.badRequest(
                    "at",
                    "Say of when the data version is that you have, or leave it out: " + ctx.path() + EXAMPLE
                            + ". The header Last-Modified of the dump says it."));
        }
    }

    /**
     * Makes sure that changes since then lead to what there is now.
     *
     * @param now the version that there is
     * @param history the version of a number, with its time; empty when it is not kept any more
     * @throws ProblemException 400 for a version that is still to come, 410 for one of another history
     */
    public void require(DataVersion now, LongFunction<Optional<DataVersion>> history) {
        if (number > now.number()) {
            throw new ProblemException(Problem.badRequest(
                            "since-beyond",
                            "The catalogue is at data version " + now.number()
                                    + ", so nothing can have changed since " + number
                                    + ". It was probably restored from a dump: take /dump/catalogue.nq.gz anew.")
                    .with("dataVersion", now.number()));
        }
        at.ifPresent(time -> requireSame(time, now, number == now.number() ? Optional.of(now) : history.apply(number)));
    }

    private void requireSame(Instant time, DataVersion now, Optional<DataVersion> known) {
        if (known.map(DataVersion::at).filter(time::equals).isEmpty()) {
            String told = known.map(version -> "is of " + version.at() + ", not of " + time
                            + ": the catalogue was begun anew since, so what you have cannot be brought up to date by"
                            + " changes.")
                    .orElse("is older than what this hub keeps of its history.");
            throw new ProblemException(Problem.of(
                            410,
                            "other-history",
                            "No changes since that version",
                            "Data version " + number + " of this catalogue " + told
                                    + " Take /dump/catalogue.nq.gz anew.")
                    .with("dataVersion", now.number()));
        }
    }
}
