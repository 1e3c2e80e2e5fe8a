package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.sparql.guard.Bounds;
import eu.solutionatlas.sparql.guard.QueryGuard;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.sparql.guard.Watchdog;
import eu.solutionatlas.sparql.guard.WatchedExecutor;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Connections;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Responder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/** Runs parsed queries within their limits, each in one read transaction, and streams what they find. */
final class QueryRunner {
    /** What to do with a query that is ready to run. */
    @FunctionalInterface
    private interface Work {
        void run(QueryExec exec, Ready ready, AnswerStream out, RunningQuery running) throws IOException;
    }

    /** What a query runs on. */
    private record Ready(DatasetGraph dataset, Query query, DataVersion version) {}

    private final Store store;
    private final SparqlSettings settings;
    private final AllowedServices services;
    private final Watchdog watchdog;
    private final Endings endings;
    private final QueryLog log;
    private final QueryPages pages;
    private final Context context;

    QueryRunner(
            Store store,
            SparqlSettings settings,
            AllowedServices services,
            Watchdog watchdog,
            Endings endings,
            QueryLog log,
            QueryPages pages,
            WordSearch words) {
        this.store = store;
        this.settings = settings;
        this.services = services;
        this.watchdog = watchdog;
        this.endings = endings;
        this.log = log;
        this.pages = pages;
        this.context = Context.mergeCopy(ARQ.getContext(), store.dataset().getContext());
        context.set(ARQ.spillToDiskThreshold, (long) settings.rowsInMemory());
        PropertyFunctionRegistry.set(context, WordMatches.registry(words));
    }

    /**
     * Answers a SELECT or ASK.
     *
     * @param text of the query
     */
    void rows(
            ProtocolRequest request,
            HttpServletResponse response,
            String text,
            Query query,
            RowsFormat format,
            Supplier<Pair<DatasetGraph, Query>> dataset) {
        @Nullable Frame page = format == RowsFormat.HTML ? pages.frame(request.reader()) : null;
        run(
                request,
                response,
                text,
                query,
                format.contentType(),
                format.quoted(),
                dataset,
                (exec, ready, out, running) -> {
                    if (query.isAskType()) {
                        boolean answer = exec.ask();
                        running.check();
                        if (page == null) {
                            RowsAnswer.write(answer, format, out);
                        } else {
                            out.write(pages.truth(page, text, answer, running, ready.version()));
                        }
                    } else {
                        RowSet rows = new CountedRows(exec.select(), running, settings.maxRows());
                        if (page == null) {
                            RowsAnswer.write(format.isXml() ? new XmlRows(rows) : rows, format, out, running);
                        } else {
                            out.write(pages.rows(page, text, rows, running, ready.version()));
                        }
                    }
                });
    }

    /**
     * Answers a CONSTRUCT or DESCRIBE.
     *
     * @param text of the query
     */
    void graph(
            ProtocolRequest request,
            HttpServletResponse response,
            String text,
            Query query,
            GraphFormat format,
            Supplier<Pair<DatasetGraph, Query>> dataset) {
        @Nullable Frame page = format == GraphFormat.HTML ? pages.frame(request.reader()) : null;
        GraphAnswer answer = new GraphAnswer(settings, endings.dump(), query.getPrefixMapping());
        run(request, response, text, query, format.contentType(), false, dataset, (exec, ready, out, running) -> {
            Iterator<Triple> triples = query.isConstructType()
                    ? exec.constructTriples()
                    : new Description(ready.dataset(), running).of(query, exec);
            if (page == null) {
                answer.write(triples, format, out, running);
            } else {
                out.write(pages.triples(page, text, triples, running, ready.version()));
            }
        });
    }

    private void run(
            ProtocolRequest request,
            HttpServletResponse response,
            String text,
            Query query,
            String contentType,
            boolean quoted,
            Supplier<Pair<DatasetGraph, Query>> dataset,
            Work work) {
        if (request.getMethod().equals("HEAD")) {
            response.setContentType(contentType);
            return;
        }
        RunningQuery running = watchdog.begin(
                settings.firstRow(),
                total(request),
                () -> Connections.close((HttpServletRequest) request.getRequest()));
        AnswerStream out = new AnswerStream(request, response, running, settings.maxBytes());
        out.contentType(contentType);
        Throwable failure = null;
        try {
            store.read(snapshot -> {
                name(response, snapshot.version());
                Pair<DatasetGraph, Query> chosen = dataset.get();
                execute(new Ready(chosen.getLeft(), chosen.getRight(), snapshot.version()), out, running, work);
                return snapshot.version();
            });
        } catch (Throwable e) { // StackOverflowError among them; every one of them is told apart or thrown on
            failure = e;
            endings.end(e, out, running, quoted);
        } finally {
            watchdog.forget(running);
            log.done(query, text, running, out.committed(), failure);
        }
    }

    private void execute(Ready ready, AnswerStream out, RunningQuery running, Work work) {
        Query query = ready.query();
        if (query.isDescribeType()) {
            query = Description.asSelect(query);
        }
        Bounds bounds = new Bounds(running, settings.maxStringLength());
        try (QueryExec exec = QueryExec.dataset(ready.dataset())
                .query(query)
                .context(context)
                .set(ARQConstants.sysOptimizerFactory, new QueryGuard(bounds, settings.maxDepth(), services))
                .set(ARQConstants.sysOpExecutorFactory, executor(running))
                .set(ARQConstants.symCancelQuery, running.cancelSignal())
                .build()) {
            running.onStop(exec::abort);
            work.run(exec, ready, out, running);
            running.onStop(() -> {});
            out.finish();
        } catch (IOException e) {
            throw running.end(RunningQuery.Stop.CLIENT_GONE);
        }
    }

    private static OpExecutorFactory executor(RunningQuery running) {
        return context -> new WatchedExecutor(context, running);
    }

    /** The request's own limit, in seconds, if it is lower than ours. */
    private Duration total(ProtocolRequest request) {
        return request.parameters()
                .one("timeout")
                .map(text -> {
                    try {
                        double seconds = Double.parseDouble(text);
                        if (seconds > 0) {
                            long millis = (long)
                                    Math.min(seconds * 1000, settings.total().toMillis());
                            return Duration.ofMillis(Math.max(1, millis));
                        }
                    } catch (NumberFormatException e) {
                        throw new ProblemException(badTimeout(text));
                    }
                    throw new ProblemException(badTimeout(text));
                })
                .orElse(settings.total());
    }

    private static Problem badTimeout(String text) {
        return Problem.badRequest("malformed-timeout", "timeout=" + text + " is not a number of seconds above 0.");
    }

    static void name(HttpServletResponse response, DataVersion version) {
        response.setHeader(Responder.DATA_VERSION_HEADER, Long.toString(version.number()));
    }
}
