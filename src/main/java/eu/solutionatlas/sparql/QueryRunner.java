package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.sparql.guard.Watchdog;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.ClientPresence;
import eu.solutionatlas.web.Connections;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Responder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs parsed queries within their limits, each in one read transaction, and streams what they find. */
final class QueryRunner {
    /** What to do with a query that is ready to run. */
    @FunctionalInterface
    private interface Work {
        void run(QueryExec exec, Ready ready, AnswerStream out, RunningQuery running) throws IOException;
    }

    /**
     * A query as it was asked.
     *
     * @param text of it
     * @param mode of the address that it was sent to
     * @param prepared for running
     * @param dataset that it runs on, and what is run there
     */
    record Job(
            ProtocolRequest request,
            HttpServletResponse response,
            String text,
            QueryMode mode,
            QueryMode.Prepared prepared,
            Supplier<Pair<DatasetGraph, Query>> dataset) {
        Query query() {
            return prepared.query();
        }
    }

    /** What a query runs on. */
    private record Ready(DatasetGraph dataset, Query query, Snapshot snapshot) {}

    private static final Logger LOG = LoggerFactory.getLogger(QueryRunner.class);

    private final Store store;
    private final SparqlSettings settings;
    private final Watchdog watchdog;
    private final Endings endings;
    private final QueryLog log;
    private final ResultPages pages;
    private final Executions executions;

    QueryRunner(
            Store store,
            SparqlSettings settings,
            Watchdog watchdog,
            Endings endings,
            QueryLog log,
            ResultPages pages,
            Executions executions) {
        this.store = store;
        this.settings = settings;
        this.watchdog = watchdog;
        this.endings = endings;
        this.log = log;
        this.pages = pages;
        this.executions = executions;
    }

    /** Answers a SELECT or ASK. */
    void rows(Job job, RowsFormat format) {
        @Nullable Frame page = format == RowsFormat.HTML ? pages.frame(job) : null;
        run(job, format.contentType(), format.quoted(), (exec, ready, out, running) -> {
            if (job.query().isAskType()) {
                boolean answer = exec.ask();
                running.check();
                Optional<QueryMode.Remarks> remarks = settle(job);
                if (page == null) {
                    RowsAnswer.write(answer, format, link(remarks), out);
                } else {
                    out.write(pages.truth(setting(page, job, ready, running, remarks), answer));
                }
                return;
            }
            RowSet rows = new CountedRows(exec.select(), running, maxRows(job));
            Optional<QueryMode.Remarks> remarks = Optional.empty();
            if (job.prepared().settling().isPresent()) {
                rows = rows.materialize();
                remarks = settle(job);
            }
            if (page == null) {
                RowsAnswer.write(format.isXml() ? new XmlRows(rows) : rows, format, link(remarks), out, running);
            } else {
                out.write(pages.rows(setting(page, job, ready, running, remarks), rows));
            }
        });
    }

    /** Answers a CONSTRUCT or DESCRIBE. */
    void graph(Job job, GraphFormat format) {
        @Nullable Frame page = format == GraphFormat.HTML ? pages.frame(job) : null;
        GraphAnswer answer =
                new GraphAnswer(settings, endings.dump(), job.query().getPrefixMapping());
        run(job, format.contentType(), false, (exec, ready, out, running) -> {
            Iterator<Triple> triples = Repetitions.without(
                    job.query().isConstructType()
                            ? exec.constructTriples()
                            : new Description(job.prepared().scope(), ready.dataset(), running).of(job.query(), exec));
            Optional<QueryMode.Remarks> remarks = Optional.empty();
            if (job.prepared().settling().isPresent()) {
                triples = collect(triples, maxRows(job), running).iterator();
                remarks = settle(job);
            }
            if (page == null) {
                answer.write(triples, format, out, running);
            } else {
                out.write(pages.triples(setting(page, job, ready, running, remarks), triples));
            }
        });
    }

    private ResultPages.Setting setting(
            Frame page, Job job, Ready ready, RunningQuery running, Optional<QueryMode.Remarks> remarks) {
        return new ResultPages.Setting(
                page, job, ready.snapshot(), running, remarks, () -> absent(job, ready, running));
    }

    /** IRIs of a query to this hub alone that occur nowhere in what it sees; empty when that was not looked up. */
    private Optional<List<String>> absent(Job job, Ready ready, RunningQuery running) {
        List<Node> iris = AbsentTerms.candidates(ready.query());
        if (iris.isEmpty() || job.mode().services() != AllowedServices.NONE) {
            return Optional.empty();
        }
        try (QueryExec exec = executions.create(
                ready.dataset(),
                AbsentTerms.question(iris),
                job.prepared().scope(),
                AllowedServices.NONE,
                running,
                extra -> {})) {
            return AbsentTerms.absent(iris, exec);
        }
    }

    private static List<Triple> collect(Iterator<Triple> triples, int max, RunningQuery running) {
        List<Triple> all = new ArrayList<>();
        while (triples.hasNext()) {
            running.check();
            all.add(triples.next());
            if (all.size() > max) {
                throw running.end(RunningQuery.Stop.ROWS);
            }
        }
        running.check();
        return all;
    }

    private int maxRows(Job job) {
        return job.prepared()
                .settling()
                .map(settling -> Math.min(settling.maxRows(), settings.maxRows()))
                .orElse(settings.maxRows());
    }

    /** Says in the response what is to be said of an answer that is complete by now. */
    private static Optional<QueryMode.Remarks> settle(Job job) {
        Optional<QueryMode.Remarks> remarks =
                job.prepared().settling().map(settling -> settling.remarks().get());
        remarks.ifPresent(known -> known.headers().forEach(job.response()::setHeader));
        return remarks;
    }

    private static Optional<String> link(Optional<QueryMode.Remarks> remarks) {
        return remarks.map(QueryMode.Remarks::link);
    }

    private void run(Job job, String contentType, boolean quoted, Work work) {
        if (job.request().getMethod().equals("HEAD")) {
            job.response().setContentType(contentType);
            return;
        }
        Duration total = total(job.request());
        boolean settles = job.prepared().settling().isPresent();
        HttpServletRequest served = (HttpServletRequest) job.request().getRequest();
        RunningQuery running = watchdog.begin(
                settles ? total : settings.firstRow(),
                total,
                () -> Connections.close(served),
                ClientPresence.of(served)::hasLeft);
        AnswerStream out = new AnswerStream(job.request(), job.response(), running, settings.maxBytes());
        out.contentType(contentType);
        Throwable failure = null;
        try {
            if (settles) {
                out.spool();
            }
            store.read(snapshot -> {
                name(job.response(), snapshot.version());
                Pair<DatasetGraph, Query> chosen = job.dataset().get();
                execute(job, new Ready(chosen.getLeft(), chosen.getRight(), snapshot), out, running, work);
                return snapshot.version();
            });
            Place.leave(job.request());
            deliver(out, running);
        } catch (Throwable e) { // StackOverflowError among them; every one of them is told apart or thrown on
            failure = e;
            endings.end(e, out, running, quoted);
        } finally {
            discard(out);
            watchdog.forget(running);
            log.done(job.query(), job.text(), running, out.committed(), failure);
        }
    }

    private void execute(Job job, Ready ready, AnswerStream out, RunningQuery running, Work work) {
        Query query = ready.query();
        if (query.isDescribeType()) {
            query = Description.asSelect(query);
        }
        try (QueryExec exec = executions.create(
                ready.dataset(),
                query,
                job.prepared().scope(),
                job.mode().services(),
                running,
                extra -> job.prepared().context().accept(extra, running))) {
            running.onStop(exec::abort);
            work.run(exec, ready, out, running);
            running.onStop(() -> {});
            out.finish();
        } catch (IOException e) {
            throw running.end(RunningQuery.Stop.CLIENT_GONE);
        }
    }

    private static void deliver(AnswerStream out, RunningQuery running) {
        try {
            out.deliver();
        } catch (IOException e) {
            throw running.end(RunningQuery.Stop.CLIENT_GONE);
        }
    }

    private static void discard(AnswerStream out) {
        try {
            out.discard();
        } catch (IOException e) {
            LOG.warn("The temporary file of an answer could not be removed", e);
        }
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
