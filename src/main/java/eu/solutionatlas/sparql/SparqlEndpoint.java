package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.sparql.guard.JenaHardening;
import eu.solutionatlas.sparql.guard.Watchdog;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.ClientAddress;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Languages;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.RateLimit;
import eu.solutionatlas.web.Reader;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.OperationRegistry;

/**
 * The public SPARQL endpoint: queries at {@code /sparql} (SPARQL 1.1 Protocol), graphs at {@code /data} (SPARQL 1.1 Graph
 * Store HTTP Protocol), both for reading only.
 */
public final class SparqlEndpoint implements AutoCloseable {
    private static final String QUERY_METHODS = "GET, HEAD, POST, OPTIONS";
    private static final String GRAPH_METHODS = "GET, HEAD, OPTIONS";

    private final Store store;
    private final SparqlSettings settings;
    private final String dump;
    private final Gate gate;
    private final RateLimit rates;
    private final Watchdog watchdog;
    private final Map<String, QueryProcessor> queries = new LinkedHashMap<>();
    /** Who waits for other hubs must not be in the way of those who ask this one. */
    private final Gate slow;

    private final GraphStore graphs;
    private final QueryPages pages;
    private final DescriptionRoutes descriptions;
    private final ExampleRoutes examples;
    private final TermRoutes terms;

    /**
     * Hardens Jena for the whole process and makes the endpoint ready.
     *
     * @param schemes vocabularies that the pages know
     * @param own what this hub says itself, for partners that ask it together with others
     * @param more addresses for queries of other kinds
     */
    public SparqlEndpoint(
            Store store,
            Documents documents,
            SparqlSettings settings,
            Executions executions,
            KnownSchemes schemes,
            Scope own,
            List<QueryMode> more) {
        JenaHardening.apply(AllowedServices.NONE);
        Iris iris = documents.iris();
        this.store = store;
        this.settings = settings;
        this.dump = iris.base() + "dump/catalogue.nq.gz";
        this.gate = new Gate(settings.concurrent(), settings.queue(), settings.queueWait());
        this.slow = new Gate(settings.concurrent(), settings.queue(), settings.queueWait());
        this.rates = new RateLimit(settings.requestsPerMinute(), settings.burst(), System::nanoTime);
        this.watchdog = new Watchdog(settings.maxHeapPercent());
        Endings endings = new Endings(settings, dump);
        QueryLog log = new QueryLog(settings.logQueries());
        ExampleQueries known = ExampleQueries.load(iris);
        List<QueryMode> modes = new ArrayList<>(
                List.of(new PlainMode("/sparql", Scope.ALL, settings), new PlainMode("/sparql/own", own, settings)));
        modes.addAll(more);
        this.pages = new QueryPages(documents, settings, known, modes);
        this.examples = new ExampleRoutes(store, documents, known);
        QueryRunner runner = new QueryRunner(
                store, settings, watchdog, endings, log, new ResultPages(documents, schemes), executions);
        QueryParser parser = new QueryParser(iris.base() + "sparql", settings.maxQueryLength(), settings.maxDepth());
        modes.forEach(mode -> queries.put(mode.path(), new QueryProcessor(store.dataset(), parser, runner, mode)));
        this.graphs = new GraphStore(store, settings, watchdog, endings, log);
        this.descriptions = new DescriptionRoutes(store, documents, pages);
        this.terms = new TermRoutes(store, documents, new Terms(schemes, descriptions::figures));
    }

    /** Adds the endpoint's routes. */
    public void addTo(RoutesConfig routes) {
        queries.forEach((path, processor) -> all(routes, path, ctx -> query(ctx, path, processor)));
        all(routes, "/data", this::graph);
        descriptions.addTo(routes, queries.keySet());
        examples.addTo(routes);
        terms.addTo(routes);
    }

    private static void all(RoutesConfig routes, String path, Handler handler) {
        for (HandlerType method : List.of(
                HandlerType.GET,
                HandlerType.HEAD,
                HandlerType.POST,
                HandlerType.OPTIONS,
                HandlerType.PUT,
                HandlerType.DELETE,
                HandlerType.PATCH)) {
            routes.addHttpHandler(method, path, handler);
        }
    }

    private void query(Context ctx, String path, QueryProcessor processor) {
        if (begin(ctx, QUERY_METHODS)) {
            return;
        }
        String method = ctx.req().getMethod();
        if (!QUERY_METHODS.contains(method)) {
            throw new ProblemException(SparqlProblems.methodNotAllowed(method, QUERY_METHODS));
        }
        ProtocolRequest request =
                ProtocolRequest.read(ctx.req(), settings.maxRequestBytes(), () -> Languages.reader(ctx));
        if (request.isUpdate()) {
            throw new ProblemException(SparqlProblems.readOnly(dump));
        }
        if (!request.hasQuery()) {
            if (request.parameters().has("graph") || request.parameters().has("default")) {
                throw new ProblemException(SparqlProblems.graphWithoutQuery());
            }
            if (!method.equals("POST")) {
                descriptions.service(ctx, address(path, request));
                return;
            }
            throw new ProblemException(Problem.badRequest("no-query", "The request has no parameter query."));
        }
        if (request.parameters().one("query").filter(String::isBlank).isPresent()
                && !QueryProcessor.wantsPage(request)) {
            throw new ProblemException(SparqlProblems.syntax("The query is empty.", 1, 1));
        }
        makeReadyForFuseki(ctx.req().getServletContext());
        if (QueryProcessor.wantsPage(request)) {
            ctx.header("Vary", "Accept, Accept-Encoding, Accept-Language, Cookie");
        }
        try {
            try (Gate.Permit permit = (processor.asksOthers() ? slow : gate).enter(client(ctx))) {
                if (processor.asksOthers()) {
                    Place.of(permit).noteIn(ctx.req());
                }
                processor.answer(request, ctx.res());
            }
        } catch (ProblemException e) {
            if (!QueryProcessor.wantsPage(request)) {
                throw e;
            }
            explain(ctx, path, request, processor, e.problem());
        }
    }

    /** The address of a form, with what it is to hold. */
    private static Address address(String path, ProtocolRequest request) {
        Address address = new Address(path);
        for (String name : List.of(QueryPages.EXAMPLE, QueryPages.LINK)) {
            address = address.with(name, request.parameters().one(name).stream().toList());
        }
        if (address.parameters().isEmpty()) {
            return address;
        }
        for (String name : SameQuery.KEPT) {
            address = address.with(name, request.parameters().all(name));
        }
        return address;
    }

    private String client(Context ctx) {
        return ClientAddress.of(ctx.req(), settings.trustedProxies());
    }

    /** Gives people their query back to mend it, with what is wrong. */
    private void explain(Context ctx, String path, ProtocolRequest request, QueryProcessor processor, Problem problem) {
        Reader reader = request.reader();
        ctx.status(problem.status());
        ctx.contentType("text/html; charset=utf-8");
        ctx.header("Cache-Control", "no-store");
        ctx.header("Content-Language", reader.language().tag());
        problem.headers().forEach(ctx::header);
        String query =
                processor.declared(request, request.parameters().one("query").orElse(""));
        ctx.result(pages.form(
                new QueryForm(path, query, SameQuery.kept(request.parameters())), reader, store.version(), problem));
    }

    private void graph(Context ctx) {
        if (begin(ctx, GRAPH_METHODS)) {
            return;
        }
        if (!GRAPH_METHODS.contains(ctx.req().getMethod())) {
            throw new ProblemException(SparqlProblems.readOnly(dump));
        }
        ProtocolRequest request =
                ProtocolRequest.read(ctx.req(), settings.maxRequestBytes(), () -> Languages.reader(ctx));
        try (Gate.Permit permit = gate.enter(client(ctx))) {
            graphs.answer(request, ctx.res());
        }
    }

    /** What is done for every request; true when that was all. */
    private boolean begin(Context ctx, String methods) {
        QueryRunner.name(ctx.res(), store.version());
        if (ctx.req().getMethod().equals("OPTIONS")) {
            Cors.preflight(ctx, methods);
            return true;
        }
        Cors.open(ctx);
        ctx.header("Vary", "Accept, Accept-Encoding");
        OptionalInt wait = rates.take(client(ctx));
        if (wait.isPresent()) {
            throw new ProblemException(
                    SparqlProblems.tooManyRequests(settings.requestsPerMinute(), settings.burst(), wait.getAsInt()));
        }
        return false;
    }

    /** Fuseki's actions look for these registries in the servlet context, and complain when there are none. */
    private static void makeReadyForFuseki(ServletContext context) {
        if (context.getAttribute(Fuseki.attrOperationRegistry) == null) {
            OperationRegistry.set(context, OperationRegistry.createStd());
            DataAccessPointRegistry.set(context, new DataAccessPointRegistry());
        }
    }

    /** Free places at the moment, for metrics. */
    public int freePermits() {
        return gate.free();
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
