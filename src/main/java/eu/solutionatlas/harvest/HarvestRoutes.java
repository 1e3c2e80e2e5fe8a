package eu.solutionatlas.harvest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code /federation/report/ID}: how the harvests of a hub go, at an address that stays, for the hub's own editors above
 * all. {@code POST /federation/harvest?hub=ID}: harvests it now.
 */
public final class HarvestRoutes {
    private static final String JSON = ".json";

    private final Iris iris;
    private final Partners partners;
    private final Harvester harvester;
    private final Harvests harvests;
    private final ReportPage page;

    public HarvestRoutes(Iris iris, Partners partners, Harvester harvester, Harvests harvests, ReportPage page) {
        this.iris = iris;
        this.partners = partners;
        this.harvester = harvester;
        this.harvests = harvests;
        this.page = page;
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, "/federation/report/{hub}", this::report);
        routes.addHttpHandler(HandlerType.POST, "/federation/harvest", this::harvest);
    }

    private void report(Context ctx) {
        String asked = ctx.pathParam("hub");
        boolean asJson = asked.endsWith(JSON);
        String hub = asJson ? asked.substring(0, asked.length() - JSON.length()) : asked;
        if (partners.now().partner(hub).isEmpty()) {
            throw new ProblemException(noSuchHub());
        }
        HarvestState state = harvester.state(hub);
        Optional<HarvestReport> report = harvester.report(hub);
        ctx.header("Cache-Control", "no-cache");
        if (!asJson && page.show(ctx, hub, state, report)) {
            return;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("hub", hub);
        json.set("state", StateJson.write(state));
        report.ifPresent(last -> json.set("report", ReportJson.write(last)));
        ctx.header("Vary", "Accept");
        ctx.contentType("application/json");
        ctx.result(json.toPrettyString() + "\n");
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
