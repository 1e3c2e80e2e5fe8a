package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.web.Offer;
import eu.solutionatlas.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with a request to the SPARQL endpoint, in words. */
final class SparqlProblems {
    private static final String BUSY = "The hub is busy";
    /** The member that says after how many milliseconds a query was ended. */
    static final String MILLIS = "millis";

    private SparqlProblems() {}

    static Problem syntax(String message, int line, int column) {
        Problem problem = Problem.of(400, "query-syntax", "The query is not SPARQL 1.1", message);
        return line < 1 ? problem : problem.with("line", line).with("column", column);
    }

    static Problem readOnly(String dump) {
        return Problem.of(
                        403,
                        "read-only",
                        "This endpoint is for reading",
                        "The catalogue is changed by its editors, not through SPARQL Update or the Graph Store Protocol."
                                + " To work on the data yourself, take the whole of it from " + dump + ".")
                .with("dump", dump);
    }

    static Problem tooLong(int length, int limit) {
        return Problem.of(
                413,
                "query-too-long",
                "The query is too long",
                "It has " + length + " characters; this endpoint takes up to " + limit + ".");
    }

    static Problem tooManyTriples(int limit, String mediaType, String dump) {
        return Problem.of(
                        422,
                        "answer-too-large-for-format",
                        "Too large for this format",
                        "The answer has more than " + limit + " triples, which is all that is built in memory for "
                                + mediaType
                                + ". Ask for Turtle, N-Triples, TriG or N-Quads, which are streamed, or take"
                                + " the whole data from " + dump + ".")
                .with("limit", limit)
                .with("dump", dump);
    }

    static Problem tooLarge(RunningQuery.Stop stop, Duration limit, SparqlSettings settings, String dump) {
        return Problem.of(
                        422,
                        "answer-too-large",
                        "The answer is too large",
                        Cut.reason(stop, limit, settings)
                                + " Ask for less, page with ORDER BY, LIMIT and OFFSET, or take the"
                                + " whole data from " + dump + ".")
                .with("dump", dump);
    }

    static Problem timedOut(RunningQuery.Stop stop, RunningQuery running, SparqlSettings settings, String dump) {
        return Problem.of(
                        503,
                        stop == RunningQuery.Stop.MEMORY ? "query-memory" : "query-timeout",
                        stop == RunningQuery.Stop.MEMORY
                                ? "The query needs too much memory"
                                : "The query takes too long",
                        Cut.reason(stop, running.total(), settings)
                                + " Nothing was sent. Ask for less, or take the whole data from " + dump
                                + " and query it yourself.")
                .with("dump", dump)
                .with(MILLIS, running.millis())
                .withHeader("Retry-After", "60");
    }

    /** @param reason what the engine says of it; blank when it says nothing that helps */
    static Problem failed(String reason) {
        String words = "The query can be read, but not run as it stands" + (reason.isEmpty() ? "." : ": " + reason);
        return Problem.badRequest("query-failed", words);
    }

    static Problem notXml() {
        return Problem.of(
                422,
                "not-xml",
                "Not to be had as XML",
                "A value has a control character, which XML cannot hold. Ask for another format.");
    }

    static Problem notRdfXml(String property) {
        return Problem.of(
                422,
                "not-rdf-xml",
                "Not to be had as RDF/XML",
                "The property <" + property + "> has no last part that can be the name of an element. Ask for Turtle,"
                        + " N-Triples or JSON-LD.");
    }

    static Problem graphWithoutQuery() {
        return Problem.badRequest(
                "graph-without-query",
                "This endpoint answers queries. Whole graphs are read at /data, by the same parameters.");
    }

    /** Of a query that has waited for its turn. */
    static Problem busy() {
        return busy("All places for queries that it could have had were taken for too long.");
    }

    /** Of a query that could not even wait. */
    static Problem queueFull() {
        return busy("As many queries are waiting for their turn as may wait.");
    }

    static Problem tooManyOfOne() {
        return busy("As many queries from your address are running and waiting as one address may have.");
    }

    private static Problem busy(String why) {
        return Problem.of(503, "busy", BUSY, why + " Try again in a few seconds.")
                .withHeader("Retry-After", "5");
    }

    static Problem tooManyRequests(int perMinute, int burst, int seconds) {
        return Problem.of(
                        429,
                        "too-many-requests",
                        "Too many requests",
                        "Your address may send " + perMinute + " requests a minute, " + burst
                                + " of them at once. Wait " + seconds
                                + " s. Scripts are welcome: pause between requests, or take the dump.")
                .withHeader("Retry-After", Integer.toString(seconds));
    }

    static Problem bodyTooLarge(int limit) {
        return Problem.of(
                413,
                "body-too-large",
                "The request is too large",
                "This endpoint reads request bodies of up to " + limit + " bytes.");
    }

    static Problem unsupportedMediaType(String detail) {
        return Problem.of(415, "unsupported-media-type", "Not a SPARQL request", detail)
                .withHeader("Accept-Post", "application/sparql-query, application/x-www-form-urlencoded");
    }

    static Problem notAcceptable(List<? extends Offer> offered) {
        return Problem.of(
                        406,
                        "not-acceptable",
                        "Not to be had in that format",
                        "There is: " + offered.stream().map(Offer::mediaType).collect(Collectors.joining(", ")) + ".")
                .with("available", offered.stream().map(Offer::mediaType).toList());
    }

    static Problem unknownFormat(String name, List<? extends Offer> offered) {
        return Problem.badRequest(
                "unknown-format",
                "There is no format \"" + name + "\" for this query. There is: "
                        + offered.stream().map(Offer::suffix).distinct().collect(Collectors.joining(", ")) + ".");
    }

    static Problem methodNotAllowed(String method, String allowed) {
        return Problem.of(405, "method-not-allowed", "Not this way", method + " is not for this address.")
                .withHeader("Allow", allowed);
    }
}
