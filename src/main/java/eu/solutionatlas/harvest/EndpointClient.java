package eu.solutionatlas.harvest;

import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Fault;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundRequest;
import eu.solutionatlas.outbound.Outcome;
import eu.solutionatlas.outbound.RejectedReplyException;
import eu.solutionatlas.outbound.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultSetException;
import org.apache.jena.sparql.util.Context;

/** Asks an endpoint by the SPARQL 1.1 Protocol (section 2.1.3, the query as the body), and takes only whole answers. */
final class EndpointClient {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final long MAX_BYTES = 64L << 20;
    private static final String RESULTS = "application/sparql-results+json";
    private static final Pattern PLAIN_IRI = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`\\p{Cntrl}]+");

    /** By these, Virtuoso says that an answer is not all there is. */
    private static final List<String> PARTIAL =
            List.of("X-SQL-State", "X-SPARQL-MaxRows", "X-Exec-Milliseconds-Exceeded");

    private final Outbound outbound;
    private final HarvestSettings settings;

    EndpointClient(Outbound outbound, HarvestSettings settings) {
        this.outbound = outbound;
        this.settings = settings;
    }

    /** Whether an IRI can stand in a query as it is. */
    static boolean isPlainIri(String iri) {
        return PLAIN_IRI.matcher(iri).matches();
    }

    /** The values of one variable, in the order of the rows. */
    Outcome<List<Node>> select(URI endpoint, Query query, Var variable, Cancel cancel) {
        return outbound.exchange(
                request(endpoint, query, RESULTS),
                reply -> {
                    requireWhole(reply, RESULTS);
                    return values(reply, variable);
                },
                cancel);
    }

    private static List<Node> values(Reply reply, Var variable) throws IOException {
        List<Node> values = new ArrayList<>();
        try {
            RowSet rows = RowSetReader.createReader(ResultSetLang.RS_JSON).read(reply.body(), new Context());
            rows.forEachRemaining(row -> {
                if (row.contains(variable)) {
                    values.add(row.get(variable));
                }
            });
        } catch (ResultSetException | JsonException | RiotException e) {
            throw noResult(e);
        }
        return values;
    }

    Outcome<Graph> construct(URI endpoint, Query query, Cancel cancel) {
        return outbound.exchange(
                request(endpoint, query, "application/n-triples, text/turtle;q=0.9"),
                reply -> {
                    requireWhole(reply, "application/n-triples", "text/turtle");
                    return graph(endpoint, reply);
                },
                cancel);
    }

    private static Graph graph(URI endpoint, Reply reply) throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        Lang lang = reply.headers().mediaType().equals("text/turtle") ? Lang.TURTLE : Lang.NTRIPLES;
        try {
            RdfInput.parse(reply.body(), lang, endpoint.toString(), Splitter.collecting(graph));
        } catch (BrokenInputException e) {
            throw RejectedReplyException.malformed("the answer cannot be read: " + e.getMessage());
        }
        return graph;
    }

    /** What is wrong with an address as an endpoint; empty when it answers the smallest of questions. */
    Optional<Fault> probe(URI endpoint, Cancel cancel) {
        Outcome<Boolean> outcome = outbound.exchange(
                request(endpoint, QueryFactory.create("ASK {}"), RESULTS).within(Duration.ofSeconds(10)),
                reply -> {
                    requireWhole(reply, RESULTS);
                    return truth(reply);
                },
                cancel);
        return switch (outcome) {
            case Outcome.Answered<Boolean> answered -> Optional.empty();
            case Outcome.Failed<Boolean> failed -> Optional.of(failed.fault());
        };
    }

    private static boolean truth(Reply reply) throws IOException {
        try {
            QueryExecResult result =
                    RowSetReader.createReader(ResultSetLang.RS_JSON).readAny(reply.body(), new Context());
            return result.isBoolean() && result.booleanResult();
        } catch (ResultSetException | JsonException | RiotException e) {
            throw noResult(e);
        }
    }

    /** The parser's words go on for several lines, with advice for programmers. */
    private static RejectedReplyException noResult(RuntimeException e) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return RejectedReplyException.malformed("the answer is no SPARQL result in JSON: " + first);
    }

    private OutboundRequest request(URI endpoint, Query query, String accept) {
        byte[] text = query.serialize().getBytes(StandardCharsets.UTF_8);
        return OutboundRequest.post(endpoint, "application/sparql-query", text)
                .accept(accept)
                .within(DEADLINE)
                .atMost(Math.min(MAX_BYTES, settings.maxBytes()));
    }

    private static void requireWhole(Reply reply, String... types) throws RejectedReplyException {
        if (reply.status() == 206
                || PARTIAL.stream().anyMatch(name -> reply.headers().first(name).isPresent())) {
            throw RejectedReplyException.tooLarge("the endpoint gives only a part of the answer, and says so");
        }
        if (!List.of(types).contains(reply.headers().mediaType())) {
            throw RejectedReplyException.wrongType(
                    "the answer is of type " + reply.headers().mediaType() + ", not " + types[0]);
        }
    }
}
