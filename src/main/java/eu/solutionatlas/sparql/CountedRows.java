package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.RunningQuery;
import org.apache.jena.riot.rowset.RowSetWrapper;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Rows that are counted, and that do not end silently when their query was ended. */
final class CountedRows extends RowSetWrapper {
    private final RunningQuery running;
    private final long max;

    CountedRows(RowSet rows, RunningQuery running, long max) {
        super(rows);
        this.running = running;
        this.max = max;
    }

    @Override
    public boolean hasNext() {
        boolean more = super.hasNext();
        running.check();
        if (more && running.rows() >= max) {
            throw running.end(RunningQuery.Stop.ROWS);
        }
        return more;
    }

    @Override
    public Binding next() {
        Binding row = super.next();
        running.countRow();
        return row;
    }
}
