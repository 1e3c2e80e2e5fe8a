package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.RunningQuery;
import java.io.OutputStream;
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
        writer(format).write(linked(out, format, link), answer, ARQ.getContext());
    }

    /** @param link from the head of the answer, in the formats that have one */
    static void write(RowSet rows, RowsFormat format, Optional<String> link, AnswerStream out, RunningQuery running) {
        // Computes the first row before anything is written, for as long as the status is free.
        running.firstRow(rows.hasNext());
        writer(format).write(linked(out, format, link), rows, ARQ.getContext());
    }

    private static OutputStream linked(AnswerStream out, RowsFormat format, Optional<String> link) {
        boolean json = format == RowsFormat.JSON || format == RowsFormat.PLAIN_JSON;
        return json && link.isPresent() ? new LinkedHead(out, link.get()) : out;
    }

    private static RowSetWriter writer(RowsFormat format) {
        Lang lang = format.lang();
        return RowSetWriterRegistry.getFactory(lang).create(lang);
    }
}
