package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.RunningQuery;
import java.util.Locale;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One line for each query: what it cost and how it ended. Its text only where the operator asks for that. */
final class QueryLog {
    private static final Logger LOG = LoggerFactory.getLogger("eu.solutionatlas.sparql");

    private final boolean texts;

    QueryLog(boolean texts) {
        this.texts = texts;
    }

    /** @param text of the query; its hash tells repeated queries without showing them */
    void done(Query query, String text, RunningQuery running, boolean streamed, @Nullable Throwable failure) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        String form = query.queryType().name().toLowerCase(Locale.ROOT);
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("query", Integer.toHexString(text.hashCode()))
                .addKeyValue("form", form);
        if (texts) {
            line = line.addKeyValue("text", text);
        }
        done(line, form, running, streamed, failure);
    }

    /** The same for a graph that was read whole. */
    void graphDone(RunningQuery running, boolean streamed, @Nullable Throwable failure) {
        done(LOG.atInfo().addKeyValue("form", "graph"), "graph", running, streamed, failure);
    }

    private static void done(
            LoggingEventBuilder line,
            String form,
            RunningQuery running,
            boolean streamed,
            @Nullable Throwable failure) {
        String outcome = outcome(running, streamed, failure);
        line.addKeyValue("rows", running.rows())
                .addKeyValue("ms", running.millis())
                .addKeyValue("outcome", outcome)
                .log("SPARQL {}: {}, {} rows in {} ms", form, outcome, running.rows(), running.millis());
    }

    private static String outcome(RunningQuery running, boolean streamed, @Nullable Throwable failure) {
        RunningQuery.Stop stop = running.stopped();
        String end = streamed ? "cut-" : "refused-";
        if (stop != null) {
            return end + stop.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return failure == null ? "complete" : end + "error";
    }
}
