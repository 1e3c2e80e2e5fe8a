package eu.solutionatlas.federation;

import com.fasterxml.jackson.core.JacksonException;
import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundRequest;
import eu.solutionatlas.outbound.Outcome;
import eu.solutionatlas.outbound.RejectedReplyException;
import eu.solutionatlas.outbound.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Asks one hub by the SPARQL 1.1 Protocol (section 2.1.2), and reads its answer within limits. */
final class HubClient {
    /** Says that a question comes from a federation already, so that hubs never ask each other in circles. */
    static final String HOP = "Atlas-Federation-Hop";

    private static final String ACCEPT = "application/sparql-results+json, application/sparql-results+xml;q=0.5";
    private static final int PARTIAL_CONTENT = 206;

    /** Characters of what a hub says that are passed on. */
    private static final int MAX_WORDS = 200;

    private static final Map<String, Lang> TYPES = Map.of(
            "application/sparql-results+json",
            ResultSetLang.RS_JSON,
            "application/json",
            ResultSetLang.RS_JSON,
            "application/sparql-results+xml",
            ResultSetLang.RS_XML,
            "application/xml",
            ResultSetLang.RS_XML,
            "text/xml",
            ResultSetLang.RS_XML);

    /** Characters of one value: as many as a text of an entry may have that is harvested. */
    private static final int LONGEST_VALUE = 100_000;

    private final Outbound outbound;
    private final FederationSettings settings;

    HubClient(Outbound outbound, FederationSettings settings) {
        this.outbound = outbound;
        this.settings = settings;
    }

    /** Asks a hub that is not this one; returns within the deadline. */
    HubReply ask(Target hub, Block block, String text, Cancel cancel) {
        long begun = System.nanoTime();
        byte[] form = ("query=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
        OutboundRequest request = OutboundRequest.post(
                        hub.endpoint().orElseThrow(), "application/x-www-form-urlencoded", form)
                .accept(ACCEPT)
                .header(HOP, "1")
                .within(settings.deadline())
                .atMost(settings.maxBytesOfHub());
        Outcome<HubReply.Rows> outcome =
                outbound.exchange(request, reply -> read(reply, hub, block, millisSince(begun)), cancel);
        return switch (outcome) {
            case Outcome.Answered<HubReply.Rows> answered ->
                new HubReply.Rows(
                        answered.value().rows(),
                        answered.value().cut(),
                        answered.value().foreign(),
                        millisSince(begun));
            case Outcome.Failed<HubReply.Rows> failed -> new HubReply.Failed(failed.fault(), millisSince(begun));
        };
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private HubReply.Rows read(Reply reply, Target hub, Block block, long millis) throws IOException {
        String type = reply.headers().mediaType();
        Lang lang = TYPES.get(type);
        if (lang == null) {
            throw RejectedReplyException.wrongType(
                    type.isEmpty() ? "the answer names no media type" : "the answer is " + type + ", no SPARQL result");
        }
        List<Binding> rows = new ArrayList<>();
        int[] foreign = {0};
        rows(lang, reply.body(), block, row -> {
            if (hasHugeValue(row)) {
                throw RejectedReplyException.tooLarge(
                        "the answer has a value of more than " + LONGEST_VALUE + " characters");
            }
            Optional<Binding> own = block.own(row, hub);
            if (own.isEmpty()) {
                foreign[0]++;
            } else if (rows.size() == settings.maxRowsOfHub()) {
                throw RejectedReplyException.tooLarge("the answer has more than " + settings.maxRowsOfHub()
                        + " rows; a LIMIT or a count inside of" + " SERVICE makes it smaller");
            } else {
                rows.add(own.get());
            }
        });
        block.check(rows);
        return new HubReply.Rows(rows, cut(reply), foreign[0], millis);
    }

    private static boolean hasHugeValue(Binding row) {
        for (Iterator<Var> names = row.vars(); names.hasNext(); ) {
            Node value = row.get(names.next());
            boolean huge = value.isURI()
                    ? value.getURI().length() > LONGEST_VALUE
                    : value.isLiteral() && value.getLiteralLexicalForm().length() > LONGEST_VALUE;
            if (huge) {
                return true;
            }
        }
        return false;
    }

    private static void rows(Lang lang, InputStream body, Block block, RowReader reader) throws IOException {
        NotingStream noting = new NotingStream(body);
        try {
            if (lang.equals(ResultSetLang.RS_JSON)) {
                JsonRows.read(noting, block.columns(), block.shown(), reader);
            } else {
                xml(noting, block.shown(), reader);
            }
        } catch (JacksonException | RuntimeException e) {
            // What went wrong with the connection says more than the parser that stumbled over it.
            noting.rethrow();
            throw RejectedReplyException.malformed("the answer is not what its type says");
        }
    }

    private static void xml(InputStream body, Set<Var> asked, RowReader reader) throws IOException {
        RowSet rows = RowSetReader.createReader(ResultSetLang.RS_XML).read(body, ARQ.getContext());
        if (rows == null) {
            throw RejectedReplyException.malformed("the answer is a yes or no, where rows were asked for");
        }
        List<String> missing = asked.stream()
                .filter(column -> !rows.getResultVars().contains(column))
                .map(Var::getVarName)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw RejectedReplyException.malformed(JsonRows.lacks(missing));
        }
        while (rows.hasNext()) {
            reader.row(rows.next());
        }
        rows.close();
    }

    /** Virtuoso gives what it has found until its time was up, and an Atlas what its own hubs gave; each says so in its way. */
    private static Optional<String> cut(Reply reply) {
        Optional<String> state = reply.headers().first("X-SQL-State");
        if (state.isPresent()) {
            return Optional.of("the hub gave up before the end ("
                    + state.get().substring(0, Math.min(state.get().length(), MAX_WORDS))
                    + reply.headers()
                            .first("X-SQL-Message")
                            .map(words -> ": " + words.substring(0, Math.min(words.length(), MAX_WORDS)))
                            .orElse("")
                    + ")");
        }
        Optional<String> federated =
                reply.headers().first(FederationMode.STATUS).filter(status -> !status.startsWith("complete"));
        if (federated.isPresent()) {
            return Optional.of("the hub asked others itself, and says of that: "
                    + federated.get().substring(0, Math.min(federated.get().length(), MAX_WORDS)));
        }
        return reply.status() == PARTIAL_CONTENT
                ? Optional.of("the hub says that this is a part of the answer (206)")
                : Optional.empty();
    }
}
