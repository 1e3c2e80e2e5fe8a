package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.web.ContentNegotiation;
import eu.solutionatlas.web.Offer;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.system.ActionCategory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.slf4j.helpers.NOPLogger;

/**
 * Fuseki's processor of the SPARQL 1.1 Protocol with this endpoint's policy: it reads the three shapes of a request and
 * makes the dataset that the request describes; parsing, limits, formats and errors are ours.
 */
final class QueryProcessor extends SPARQL_QueryDataset {
    private final AtomicLong ids = new AtomicLong();
    private final DatasetGraph dataset;
    private final QueryParser parser;
    private final QueryRunner runner;
    private final QueryMode mode;

    QueryProcessor(DatasetGraph dataset, QueryParser parser, QueryRunner runner, QueryMode mode) {
        this.dataset = dataset;
        this.parser = parser;
        this.runner = runner;
        this.mode = mode;
    }

    /** Whether its queries may wait for other hubs. */
    boolean asksOthers() {
        return mode.services() != AllowedServices.NONE;
    }

    /**
     * Answers a query.
     *
     * @throws ProblemException for every error before the first byte of the answer
     */
    void answer(ProtocolRequest request, HttpServletResponse response) {
        // Fuseki's own line for each request is silenced: ours says more, and not the text of the query.
        HttpAction action =
                new HttpAction(ids.incrementAndGet(), NOPLogger.NOP_LOGGER, ActionCategory.ACTION, request, response);
        try {
            process(action);
        } catch (ActionErrorException e) {
            throw new ProblemException(problem(e));
        }
    }

    /** Fuseki's error without its text page. */
    private static Problem problem(ActionErrorException error) {
        String detail =
                error.getMessage() == null ? "The request is not one of the SPARQL 1.1 Protocol." : error.getMessage();
        return error.getRC() == 415
                ? SparqlProblems.unsupportedMediaType(detail)
                : Problem.of(error.getRC(), "sparql-protocol", "Not a SPARQL request", detail);
    }

    @Override
    public void execHead(HttpAction action) {
        executeLifecycle(action);
    }

    @Override
    public void validate(HttpAction action) {
        ProtocolRequest request = (ProtocolRequest) action.getRequest();
        request.parameters().one("query");
        request.parameters().all("default-graph-uri").forEach(QueryParser::refusePrivate);
        request.parameters().all("named-graph-uri").forEach(QueryParser::refusePrivate);
        if (!request.getMethod().equals("HEAD")) {
            super.validate(action);
        }
    }

    @Override
    protected void execute(String asked, HttpAction action) {
        ProtocolRequest request = (ProtocolRequest) action.getRequest();
        String text = declared(request, asked);
        QueryMode.Prepared prepared = mode.prepare(parser.parse(text), request);
        Query query = prepared.query();
        QueryRunner.Job job =
                new QueryRunner.Job(request, action.getResponse(), text, mode, prepared, () -> dataset(action, query));
        if (query.isSelectType() || query.isAskType()) {
            runner.rows(job, choose(request, RowsFormat.ALL));
        } else {
            runner.graph(job, choose(request, GraphFormat.ALL));
        }
    }

    /** The query with known prefixes declared, where the request asks for that, as the form does. */
    String declared(ProtocolRequest request, String text) {
        boolean known =
                request.parameters().one("prefixes").filter("known"::equals).isPresent();
        return known ? parser.declareKnown(text) : text;
    }

    /**
     * The dataset that the request or the query describes (SPARQL 1.1 Protocol, section 2.1.4), and the query to run on
     * it, which no longer describes one.
     */
    private Pair<DatasetGraph, Query> dataset(HttpAction action, Query query) {
        return decideDatasetDynamic(action, query, "");
    }

    /** Fuseki asks for the dataset of its own transaction; this one is that of the store. */
    @Override
    protected DatasetGraph getDataset(HttpAction action) {
        return dataset;
    }

    /** @throws ProblemException 400 for an unknown name, 406 when nothing that is offered is wanted */
    static <T extends Offer> T choose(ProtocolRequest request, List<T> offered) {
        return request.formatParameter()
                .map(name -> byName(name, offered))
                .orElseGet(() -> ContentNegotiation.choose(request.accept(), offered)
                        .orElseThrow(() -> new ProblemException(SparqlProblems.notAcceptable(offered))));
    }

    /** Whether a query came from people, who want its answer as a page; also for one that cannot be read. */
    static boolean wantsPage(ProtocolRequest request) {
        if (request.parameters().all("query").size() != 1) {
            return false;
        }
        try {
            return choose(request, RowsFormat.ALL) == RowsFormat.HTML;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static <T extends Offer> T byName(String name, List<T> offered) {
        return offered.stream()
                .filter(offer -> offer.suffix().equalsIgnoreCase(name)
                        || offer.mediaType().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(SparqlProblems.unknownFormat(name, offered)));
    }
}
