package eu.solutionatlas.sparql.guard;

import eu.solutionatlas.store.MendedExecutor;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Counts the rows that the steps of a query find, where rows come from: what other steps hold on to, came from here. */
public final class WatchedExecutor extends MendedExecutor {
    private final RunningQuery running;

    public WatchedExecutor(ExecutionContext context, RunningQuery running) {
        super(context);
        this.running = running;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        QueryIterator rows = super.exec(op, input);
        return switch (op) {
            case OpBGP pattern -> new WatchedRows(rows);
            case OpQuadPattern pattern -> new WatchedRows(rows);
            case OpFilter filtered -> new WatchedRows(rows);
            case OpPath path -> new WatchedRows(rows);
            case OpPropFunc computed -> new WatchedRows(rows);
            case OpJoin join -> new WatchedRows(rows);
            case OpLeftJoin optional -> new WatchedRows(rows);
            case OpService service -> new WatchedRows(rows);
            default -> rows;
        };
    }

    private final class WatchedRows extends QueryIteratorWrapper {
        WatchedRows(QueryIterator rows) {
            super(rows);
        }

        @Override
        protected Binding moveToNextBinding() {
            running.step();
            return super.moveToNextBinding();
        }
    }
}
