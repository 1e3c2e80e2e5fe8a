package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Queries;
import eu.solutionatlas.sparql.guard.PublicGraphs;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.sparql.guard.Watchdog;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.ClientPresence;
import eu.solutionatlas.web.Connections;
import eu.solutionatlas.web.Parameters;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.exec.QueryExec;

/** Reading graphs by the SPARQL 1.1 Graph Store HTTP Protocol, with indirect names ({@code ?graph=}, {@code ?default}). */
final class GraphStore {
    private static final Query UNION = Queries.load(GraphStore.class, "union.rq");

    private final Store store;
    private final SparqlSettings settings;
    private final Watchdog watchdog;
    private final Endings endings;
    private final QueryLog log;

    GraphStore(Store store, SparqlSettings settings, Watchdog watchdog, Endings endings, QueryLog log) {
        this.store = store;
        this.settings = settings;
        this.watchdog = watchdog;
        this.endings = endings;
        this.log = log;
    }

    /**
     * Answers GET and HEAD.
     *
     * @throws ProblemException 400 for a request that names no graph, 404 for an unknown one, 406
     */
    void answer(ProtocolRequest request, HttpServletResponse response) {
        Optional<Node> name = name(request.parameters());
        GraphFormat format = QueryProcessor.choose(request, GraphFormat.DATA);
        HttpServletRequest served = (HttpServletRequest) request.getRequest();
        RunningQuery running = watchdog.begin(
                settings.firstRow(),
                settings.total(),
                () -> Connections.close(served),
                ClientPresence.of(served)::hasLeft);
        AnswerStream out = new AnswerStream(request, response, running, settings.maxBytes());
        out.contentType(format.contentType());
        Throwable failure = null;
        try {
            store.read(snapshot -> {
                QueryRunner.name(response, snapshot.version());
                check(name, snapshot);
                if (request.getMethod().equals("HEAD")) {
                    response.setContentType(format.contentType());
                } else {
                    send(name, snapshot, format, out, running);
                }
                return snapshot.version();
            });
        } catch (Throwable e) { // every one of them is told apart or thrown on
            failure = e;
            endings.end(e, out, running, false);
        } finally {
            watchdog.forget(running);
            log.graphDone(running, out.committed(), failure);
        }
    }

    private void send(
            Optional<Node> name, Snapshot snapshot, GraphFormat format, AnswerStream out, RunningQuery running) {
        GraphAnswer answer = new GraphAnswer(settings, endings.dump(), PrefixMapping.Factory.create());
        try {
            if (name.isPresent()) {
                answer.write(snapshot.graph(name.get()).find(), format, out, running);
            } else {
                // By the query engine, which leaves out what stands in several documents without remembering
                // everything.
                try (QueryExec all = QueryExec.dataset(store.dataset())
                        .query(UNION)
                        .set(ARQConstants.symCancelQuery, running.cancelSignal())
                        .build()) {
                    answer.write(all.constructTriples(), format, out, running);
                }
            }
            out.finish();
        } catch (IOException e) {
            throw running.end(RunningQuery.Stop.CLIENT_GONE);
        }
    }

    private static void check(Optional<Node> name, Snapshot snapshot) {
        if (name.isPresent() && (PublicGraphs.isPrivate(name.get()) || !snapshot.contains(name.get()))) {
            throw new ProblemException(Problem.notFound("This hub has no graph <" + name.get() + ">."));
        }
    }

    /** The graph asked for; empty for the default graph. */
    private static Optional<Node> name(Parameters parameters) {
        boolean byDefault = parameters.has("default");
        Optional<String> graph = parameters.one("graph");
        if (byDefault == graph.isPresent()) {
            throw new ProblemException(Problem.badRequest(
                    "no-graph-named",
                    "Say which graph: ?graph= with the IRI of a document, or ?default for all of them together."));
        }
        return graph.map(GraphStore::iri);
    }

    private static Node iri(String text) {
        try {
            if (IRIx.create(text).isAbsolute()) {
                return NodeFactory.createURI(text);
            }
        } catch (IRIException e) {
            throw new ProblemException(Problem.badRequest("malformed-iri", "graph=" + text + " is not an IRI."));
        }
        throw new ProblemException(Problem.badRequest("malformed-iri", "graph=" + text + " is not an absolute IRI."));
    }
}
