package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.RunningQuery;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.RowSet;

/** Writes rows, one after the other, and booleans. */
final class RowsAnswer {
    private RowsAnswer() {}

    static void write(boolean answer, RowsFormat format, AnswerStream out) {
        writer(format).write(out, answer, ARQ.getContext());
    }

    static void write(RowSet rows, RowsFormat format, AnswerStream out, RunningQuery running) {
        // Computes the first row before anything is written, for as long as the status is free.
        running.firstRow(rows.hasNext());
        writer(format).write(out, rows, ARQ.getContext());
    }

    private static RowSetWriter writer(RowsFormat format) {
        Lang lang = format.lang();
        return RowSetWriterRegistry.getFactory(lang).create(lang);
    }
}
