package eu.solutionatlas.harvest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Optional;

/** {@code POST /federation/harvest?hub=ID}: harvests a hub now; the report of it is at {@code /federation/report/ID}. */
public final class HarvestRoutes {
    private final Iris iris;
    private final Harvests harvests;

    public HarvestRoutes(Iris iris, Harvests harvests) {
        this.iris = iris;
        this.harvests = harvests;
    }

    public void addTo(RoutesConfig routes) {
        routes.addHttpHandler(HandlerType.POST, "/federation/harvest", this::harvest);
    }

    private void harvest(Context ctx) {
        String hub = Optional.ofNullable(ctx.queryParam("hub"))
                .orElseThrow(() -> new ProblemException(Problem.badRequest(
                        "hub", "Say which hub, by its short name: POST /federation/harvest?hub=liberec")));
        switch (harvests.request(hub)) {
            case Harvests.Asked.Accepted accepted -> {
                String address = iris.base() + "federation/report/" + hub;
                ctx.status(202);
                ctx.header("Location", address);
                ctx.header("Cache-Control", "no-store");
                ctx.contentType("application/json");
                ctx.result(JsonNodeFactory.instance
                                .objectNode()
                                .put("hub", hub)
                                .put("report", address)
                                .toPrettyString()
                        + "\n");
            }
            case Harvests.Asked.TooSoon soon -> throw new ProblemException(tooSoon(soon.waiting()));
            case Harvests.Asked.Unknown unknown -> throw new ProblemException(noSuchHub());
            case Harvests.Asked.NotActive paused ->
                throw new ProblemException(Problem.of(
                        409,
                        "hub-not-active",
                        "That hub is not harvested",
                        "This hub is paused, or waits for the operator to accept it."));
        }
    }

    private static Problem noSuchHub() {
        return Problem.notFound("There is no partner hub of that short name; /federation lists them.");
    }

    private static Problem tooSoon(Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        return Problem.of(
                        429,
                        "harvest-too-soon",
                        "That was asked for just now",
                        "A harvest of one hub may be asked for every " + Harvests.BETWEEN_REQUESTS.toMinutes()
                                + " minutes. Come back in " + seconds + " seconds.")
                .withHeader("Retry-After", Long.toString(seconds));
    }
}
