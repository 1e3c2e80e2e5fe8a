package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.RunningQuery;
import java.util.Optional;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.RowSet;

/** Writes rows, one after the other, and booleans. */
final class RowsAnswer {
    private RowsAnswer() {}

    /** @param link from the head of the answer, in the formats that have one */
    static void write(boolean answer, RowsFormat format, Optional<String> link, AnswerStream out) {
        if (format.isJson()) {
            JsonAnswer.write(answer, link, out);
        } else {
            writer(format).write(out, answer, ARQ.getContext());
        }
    }

    /** @param link from the head of the answer, in the formats that have one */
    static void write(RowSet rows, RowsFormat format, Optional<String> link, AnswerStream out, RunningQuery running) {
        // Computes the first row before anything is written, for as long as the status is free.
        running.firstRow(rows.hasNext());
        if (format.isJson()) {
            JsonAnswer.write(rows, link, out);
        } else {
            writer(format).write(out, rows, ARQ.getContext());
        }
    }

    private static RowSetWriter writer(RowsFormat format) {
        Lang lang = format.lang();
        return RowSetWriterRegistry.getFactory(lang).create(lang);
    }
}
