package eu.solutionatlas.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.solutionatlas.browse.CatalogueReader;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.ClientAddress;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Languages;
import eu.solutionatlas.web.Parameters;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.RateLimit;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * {@code /reconcile}: the Reconciliation Service API, version 0.2, for actors, solutions, themes and regions. Answers are
 * made from the search index and from what is in memory; a request never asks the store for a row.
 */
public final class ReconcileRoutes {
    /** Queries of a batch that count as a request. */
    private static final int QUERIES_A_TOKEN = 10;
    /** And as many as they would have: long names are compared with more, and take longer. */
    private static final int LETTERS_A_TOKEN = 500;

    /**
     * What one client may ask.
     *
     * @param rates requests of one client; shared with nobody else
     * @param requestsPerMinute of one client in the long run, for the words of a refusal
     * @param trustedProxies in front of the hub
     */
    public record Limits(RateLimit rates, int requestsPerMinute, int trustedProxies) {}

    private static final int SUGGESTIONS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CatalogueReader reader;
    private final Documents documents;
    private final Limits limits;
    private final Spellings spellings = new Spellings();

    public ReconcileRoutes(CatalogueReader reader, Documents documents, Limits limits) {
        this.reader = reader;
        this.documents = documents;
        this.limits = limits;
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, "/reconcile", this::service);
        routes.addHttpHandler(HandlerType.POST, "/reconcile", this::service);
        Routes.read(routes, "/reconcile/suggest/entity", this::suggestEntity);
        Routes.read(routes, "/reconcile/suggest/property", this::suggestProperty);
        Routes.read(routes, "/reconcile/suggest/type", this::suggestType);
        Routes.read(routes, "/reconcile/flyout/entity", this::flyout);
        Routes.read(routes, "/reconcile/properties", this::proposeProperties);
        Routes.read(routes, "/reconcile/preview", this::preview);
        Routes.read(routes, "/reconcile/view", this::view);
    }

    private void service(Context ctx) {
        begin(ctx);
        Parameters parameters = Requests.parameters(ctx);
        Requests.refuseCallback(parameters);
        Optional<String> queries = parameters.one("queries");
        Optional<String> extend = parameters.one("extend");
        if (queries.isPresent() && extend.isPresent()) {
            throw new ProblemException(
                    Problem.badRequest("bad-reconciliation-query", "Send either queries or extend, not both."));
        }
        Reader who = Languages.reader(ctx);
        if (queries.isPresent()) {
            Map<String, Query> asked = QueryReader.queries(queries.get());
            // A batch is as much work as so many requests.
            limits.rates().charge(client(ctx), requests(asked.values()));
            answer(ctx, who, things -> found(things, who, asked));
        } else if (extend.isPresent()) {
            QueryReader.Wanted wanted = QueryReader.wanted(extend.get());
            answer(ctx, who, things -> new Answers(things, who.language()).values(wanted));
        } else if (ctx.req().getMethod().equals("POST")) {
            throw new ProblemException(Problem.badRequest(
                    "bad-reconciliation-query", "The request has neither the parameter queries nor extend."));
        } else {
            manifest(ctx, who);
        }
    }

    private static int requests(Collection<Query> asked) {
        int letters = asked.stream().mapToInt(query -> query.name().length()).sum();
        return Math.max(asked.size() / QUERIES_A_TOKEN, letters / LETTERS_A_TOKEN);
    }

    private ObjectNode found(Things things, Reader who, Map<String, Query> asked) {
        Reconciler reconciler = new Reconciler(things, spellings);
        Map<String, Candidate.Found> found = new LinkedHashMap<>();
        asked.forEach((key, query) -> found.put(key, reconciler.find(query)));
        return new Answers(things, who.language()).found(found);
    }

    private void manifest(Context ctx, Reader who) {
        Frame frame = documents.frame(new Address("/reconcile"), List.of(), who);
        String base = documents.iris().base();
        String logo = base.substring(0, base.length() - 1) + frame.asset("icon.svg");
        ctx.header("Cache-Control", "public, max-age=3600");
        send(ctx, who, Manifest.of(documents.iris(), frame.siteName(), who, logo));
    }

    private void suggestEntity(Context ctx) {
        begin(ctx);
        Parameters parameters = Requests.parameters(ctx);
        Requests.refuseCallback(parameters);
        String typed = Requests.prefix(parameters);
        int from = Requests.cursor(parameters);
        List<Kind> kinds = parameters
                .one("type")
                .filter(type -> !type.isEmpty())
                .map(type -> List.of(QueryReader.kind(type)))
                .orElse(Kind.ALL);
        Reader who = Languages.reader(ctx);
        String language = who.language().tag();
        answer(
                ctx,
                who,
                things -> new Answers(things, who.language())
                        .suggestions(kinds.stream()
                                .flatMap(kind -> things.beginning(kind, typed, language, from + SUGGESTIONS).stream())
                                .skip(from)
                                .limit(SUGGESTIONS)
                                .toList()));
    }

    private void suggestProperty(Context ctx) {
        begin(ctx);
        String typed = Letters.plain(Requests.prefix(Requests.parameters(ctx)));
        suggest(ctx, List.of(Property.values()), one -> one.title() + " " + one.id(), typed, Answers::property);
    }

    private void suggestType(Context ctx) {
        begin(ctx);
        String typed = Letters.plain(Requests.prefix(Requests.parameters(ctx)));
        suggest(ctx, Kind.ALL, Kind::title, typed, Answers::type);
    }

    private static <T> void suggest(
            Context ctx, Collection<T> all, Function<T, String> name, String typed, Function<T, ObjectNode> node) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode result = answer.putArray("result");
        all.stream()
                .filter(one -> (" " + Letters.plain(name.apply(one))).contains(" " + typed))
                .skip(Requests.cursor(Requests.parameters(ctx)))
                .forEach(one -> result.add(node.apply(one)));
        send(ctx, Languages.reader(ctx), answer);
    }

    private void proposeProperties(Context ctx) {
        begin(ctx);
        Parameters parameters = Requests.parameters(ctx);
        Optional<Kind> kind =
                parameters.one("type").filter(type -> !type.isEmpty()).map(QueryReader::kind);
        int limit = parameters
                .one("limit")
                .map(text -> Requests.number(text, "limit", Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        kind.ifPresent(one -> answer.put("type", one.id()));
        if (limit < Integer.MAX_VALUE) {
            answer.put("limit", limit);
        }
        ArrayNode properties = answer.putArray("properties");
        kind.map(Property::of).orElse(List.of(Property.values())).stream()
                .limit(limit)
                .forEach(property -> properties.add(Answers.property(property)));
        send(ctx, Languages.reader(ctx), answer);
    }

    private void flyout(Context ctx) {
        begin(ctx);
        String id = Requests.id(ctx);
        Reader who = Languages.reader(ctx);
        answer(ctx, who, things -> {
            Entity entity = things.byId(id).orElseThrow(() -> unknown(id));
            String description = new Answers(things, who.language()).description(entity);
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("id", id)
                    .put(
                            "html",
                            "<p><strong>" + escaped(entity.name(who.language().tag())) + "</strong></p><p>"
                                    + escaped(description) + "</p>");
        });
    }

    private void preview(Context ctx) {
        begin(ctx);
        String id = Requests.id(ctx);
        Reader who = Languages.reader(ctx);
        Frame frame = documents.frame(new Address("/reconcile/preview"), List.of(), who);
        byte[] page = reader.read(view -> {
            Things things = new Things(view, documents.iris());
            Entity entity = things.byId(id).orElseThrow(() -> unknown(id));
            PreviewPage shown = Previews.of(things, entity, who.language());
            return documents.page(
                    "reconcile/preview.jte", frame.about(shown.name().text(), "", view.version()), shown);
        });
        // This page alone may stand in other pages: that is what it is for. It has no scripts, no forms and no cookies.
        ctx.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *");
        ctx.header("Cache-Control", "public, max-age=300");
        language(ctx, who);
        ctx.contentType("text/html; charset=utf-8");
        ctx.result(page);
    }

    private void view(Context ctx) {
        begin(ctx);
        String id = Requests.id(ctx);
        Reader who = Languages.reader(ctx);
        String path = reader.read(view -> new Things(view, documents.iris())
                .byId(id)
                .orElseThrow(() -> unknown(id))
                .path());
        String query = who.chosen() ? "?lang=" + who.language().tag() : "";
        Routes.seeOther(ctx, documents.iris().base() + path.substring(1) + query);
    }

    private String client(Context ctx) {
        return ClientAddress.of(ctx.req(), limits.trustedProxies());
    }

    private void begin(Context ctx) {
        OptionalInt wait = limits.rates().take(client(ctx));
        if (wait.isPresent()) {
            throw new ProblemException(Problem.of(
                            429,
                            "too-many-requests",
                            "Too many requests",
                            "Up to " + limits.requestsPerMinute() + " requests a minute are answered; "
                                    + QUERIES_A_TOKEN + " queries of a batch, or " + LETTERS_A_TOKEN
                                    + " letters of their names, count as one. Wait " + wait.getAsInt()
                                    + " s.")
                    .withHeader("Retry-After", Integer.toString(wait.getAsInt())));
        }
    }

    private void answer(Context ctx, Reader who, Function<Things, ObjectNode> making) {
        record Made(ObjectNode json, DataVersion version) {}
        Made made = reader.read(view -> new Made(making.apply(new Things(view, documents.iris())), view.version()));
        ctx.header("Atlas-Data-Version", Long.toString(made.version().number()));
        send(ctx, who, made.json());
    }

    private static void send(Context ctx, Reader who, ObjectNode json) {
        language(ctx, who);
        ctx.contentType("application/json");
        try {
            ctx.result(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void language(Context ctx, Reader who) {
        ctx.header("Vary", "Accept-Language, Cookie");
        ctx.header("Content-Language", who.language().tag());
    }

    private static ProblemException unknown(String id) {
        String brief = id.length() > 100 ? id.substring(0, 100) + "…" : id;
        return new ProblemException(Problem.notFound("Nothing here has the identifier " + brief + "."));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
