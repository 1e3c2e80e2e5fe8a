package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the operator's log says of each query. */
class QueryLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("eu.solutionatlas.sparql");
    private final Level before = logger.getLevel();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setLevel(before);
    }

    /** The line of the one request that a hub answered; it is written once the hub is done with it. */
    private ILoggingEvent lineOf(java.util.function.Consumer<SparqlHub> request, String... settings) {
        try (SparqlHub hub = SparqlHub.start(settings)) {
            request.accept(hub);
            hub.awaitFreePermits(4);
        }
        assertThat(lines.list).hasSize(1);
        return lines.list.getFirst();
    }

    private static Map<String, String> fields(ILoggingEvent line) {
        return line.getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }

    @Test
    void query_complete_saysRowsAndOutcomeButNotTheText() {
        ILoggingEvent line = lineOf(hub -> hub.query("SELECT * { ?s a ?secret }"));

        assertThat(line.getFormattedMessage()).matches("SPARQL select: complete, 2 rows in \\d+ ms");
        assertThat(fields(line))
                .containsEntry("form", "select")
                .containsEntry("rows", "2")
                .containsEntry("outcome", "complete")
                .containsKeys("query", "ms")
                .doesNotContainKey("text");
    }

    @Test
    void query_logQueriesOn_hasTheText() {
        ILoggingEvent line = lineOf(hub -> hub.query("ASK { ?s a ?o }"), "log-queries", "true");

        assertThat(fields(line)).containsEntry("text", "ASK { ?s a ?o }");
    }

    @Test
    void query_cutAtItsRows_saysSo() {
        ILoggingEvent line = lineOf(hub -> hub.query("SELECT * { ?s ?p ?o }", "Accept", "text/html"), "max-rows", "1");

        assertThat(fields(line).get("outcome")).endsWith("rows");
    }

    @Test
    void graph_read_hasALineToo() {
        ILoggingEvent line = lineOf(hub -> hub.get("/data?default", "Accept", "text/turtle"));

        assertThat(line.getFormattedMessage()).startsWith("SPARQL graph: complete, ");
    }
}
