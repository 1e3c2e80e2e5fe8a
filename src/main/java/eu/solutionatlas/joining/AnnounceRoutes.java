package eu.solutionatlas.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.web.ClientAddress;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.RateLimit;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code POST /federation/announce} with the address of a hub that wants to take part; {@code /federation/announced/x}
 * tells what became of it.
 */
public final class AnnounceRoutes {
    private static final int OF_ONE_CLIENT = 3;
    private static final int OF_ALL = 10;
    private static final int RETRY_SECONDS = 60;
    private static final String EVERYBODY = "all";

    private final Iris iris;
    private final Announcements announcements;
    private final int trustedProxies;
    private final RateLimit clients = new RateLimit(OF_ONE_CLIENT, OF_ONE_CLIENT, System::nanoTime);
    private final RateLimit all = new RateLimit(OF_ALL, OF_ALL, System::nanoTime);
    private final ObjectMapper json = new ObjectMapper();

    /** @param trustedProxies how many entries of X-Forwarded-For are our own proxies' */
    public AnnounceRoutes(Iris iris, Announcements announcements, int trustedProxies) {
        this.iris = iris;
        this.announcements = announcements;
        this.trustedProxies = trustedProxies;
    }

    public void addTo(RoutesConfig routes) {
        routes.addHttpHandler(HandlerType.POST, "/federation/announce", this::announce);
        Routes.read(routes, "/federation/announced/{token}", this::announced);
    }

    private void announce(Context ctx) {
        require(clients.take(ClientAddress.of(ctx.req(), trustedProxies)));
        URI address = address(ctx);
        require(all.take(EVERYBODY));
        Announcements.Ticket ticket = announcements.take(address).orElseThrow(() -> new ProblemException(busy()));
        String outcome = iris.base() + "federation/announced/" + ticket.token();
        ctx.status(202);
        ctx.header("Location", outcome);
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json");
        ctx.result(json.createObjectNode()
                        .put("url", address.toString())
                        .put("outcome", outcome)
                        .toPrettyString()
                + "\n");
    }

    private void announced(Context ctx) {
        Announcements.Ticket ticket = announcements
                .ticket(ctx.pathParam("token"))
                .orElseThrow(() -> new ProblemException(Problem.notFound(
                        "There is no such announcement. What came of one is kept for a day, and not over a restart.")));
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json");
        ctx.result(VerdictJson.write(ticket));
    }

    private URI address(Context ctx) {
        List<String> given = isJson(ctx) ? fromJson(ctx.body()) : ctx.formParams("url");
        if (given.size() != 1) {
            throw new ProblemException(bad("Give the address of the hub once, as the form parameter url, or as JSON:"
                    + " {\"url\": \"https://atlas.example.org/\"}"));
        }
        return parse(given.getFirst().strip())
                .orElseThrow(() -> new ProblemException(
                        bad("The url has to be an http or https address with a host, of at most 500 characters, without"
                                + " user name and fragment.")));
    }

    private static boolean isJson(Context ctx) {
        return String.valueOf(ctx.contentType()).startsWith("application/json");
    }

    private List<String> fromJson(String body) {
        try {
            JsonNode url = json.readTree(body).path("url");
            return url.isTextual() ? List.of(url.asText()) : List.of();
        } catch (JsonProcessingException e) {
            throw new ProblemException(bad("The body is not JSON: " + e.getOriginalMessage()));
        }
    }

    /** An address that could be a hub's; which addresses are asked is decided when it is. */
    static Optional<URI> parse(String text) {
        if (!Modest.isAddress(text)) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            return address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null
                    ? Optional.empty()
                    : Optional.of(address);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static void require(OptionalInt wait) {
        if (wait.isPresent()) {
            throw new ProblemException(tooMany(wait.getAsInt()));
        }
    }

    private static Problem bad(String detail) {
        return Problem.badRequest("url", detail);
    }

    private static Problem tooMany(int seconds) {
        return Problem.of(
                        429,
                        "too-many-announcements",
                        "Too many announcements",
                        "One client may announce " + OF_ONE_CLIENT + " hubs a minute, all together " + OF_ALL
                                + ". Wait " + seconds + " s.")
                .withHeader("Retry-After", Integer.toString(seconds));
    }

    private static Problem busy() {
        return Problem.of(
                        503,
                        "announcements-waiting",
                        "Other announcements wait",
                        "Announced hubs are looked at one after the other, and the queue is full. Come back in "
                                + RETRY_SECONDS + " s.")
                .withHeader("Retry-After", Integer.toString(RETRY_SECONDS));
    }
}
