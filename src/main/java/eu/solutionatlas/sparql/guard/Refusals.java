package eu.solutionatlas.sparql.guard;

import eu.solutionatlas.web.Problem;

/** What this endpoint does not do, however well the query is written. */
public final class Refusals {
    private Refusals() {}

    public static Problem serviceRefused(String iri) {
        return Problem.of(
                        403,
                        "service-not-allowed",
                        "This endpoint does not call others",
                        "SERVICE " + iri + " is not among the endpoints that this hub may call. Run the query at an"
                                + " endpoint of your own and call this one from there.")
                .with("service", iri);
    }

    /** A hub asks its partners, and they ask nobody. */
    public static Problem nestedService(String iri) {
        return Problem.of(
                        403,
                        "nested-service",
                        "SERVICE stands inside of SERVICE",
                        "SERVICE <" + iri + "> stands inside another SERVICE, and is not passed on: write the two"
                                + " beside each other, and this hub joins what they find.")
                .with("service", iri);
    }

    /** ARQ takes the inside of such a SERVICE for the pattern of the query. */
    public static Problem serviceOutOfPlace(String iri) {
        return Problem.badRequest(
                        "service-out-of-place",
                        "SERVICE <" + iri + "> stands in an EXISTS inside ORDER BY or an aggregate, where it cannot be"
                                + " answered: put it into the pattern, as BIND (EXISTS { … } AS ?found), and use ?found.")
                .with("service", iri);
    }

    public static Problem tooDeep(int limit) {
        return Problem.badRequest(
                "query-too-deep", "Groups or expressions of the query nest more than " + limit + " levels deep.");
    }

    public static Problem privateGraph(String iri) {
        return Problem.badRequest(
                "no-such-graph-name",
                iri + " is a name inside the store, not a graph of the catalogue. Leave it out: a query without FROM"
                        + " asks all graphs.");
    }

    public static Problem tooLongList(int length, int limit) {
        return Problem.badRequest(
                "list-too-long",
                "A list of IN has " + length + " members; this endpoint takes up to " + limit
                        + ". VALUES takes more and is quicker.");
    }
}
