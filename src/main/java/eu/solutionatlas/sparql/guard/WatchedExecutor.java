package eu.solutionatlas.sparql.guard;

import eu.solutionatlas.store.MendedExecutor;
import eu.solutionatlas.store.Scope;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDatasetNames;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterProcedure;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.procedure.ProcEval;
import org.apache.jena.sparql.procedure.Procedure;

/** Counts the rows that the steps of a query find, where rows come from: what other steps hold on to, came from here. */
public final class WatchedExecutor extends MendedExecutor {
    private final RunningQuery running;
    private final Scope scope;

    /** @param scope of what the query sees; patterns keep to it by themselves */
    public WatchedExecutor(ExecutionContext context, RunningQuery running, Scope scope) {
        super(context);
        this.running = running;
        this.scope = scope;
    }

    /** A path walks the graph itself, so it must be given the graph as it is seen. */
    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return scope == Scope.ALL
                ? super.execute(path, input)
                : new QueryIterPath(path.getTriplePath(), input, asSeen());
    }

    @Override
    protected QueryIterator execute(OpPropFunc computed, QueryIterator input) {
        if (scope == Scope.ALL) {
            return super.execute(computed, input);
        }
        ExecutionContext seen = asSeen();
        Procedure procedure =
                ProcEval.build(computed.getProperty(), computed.getSubjectArgs(), computed.getObjectArgs(), seen);
        return new QueryIterProcedure(exec(computed.getSubOp(), input), procedure, seen);
    }

    @Override
    protected QueryIterator execute(OpDatasetNames names, QueryIterator input) {
        Node name = names.getGraphNode();
        QueryIterator all = super.execute(names, input);
        return name.isVariable() && scope != Scope.ALL
                ? QueryIterPlainWrapper.create(Iter.filter(all, row -> scope.shows(row.get(Var.alloc(name)))), execCxt)
                : all;
    }

    private ExecutionContext asSeen() {
        return ExecutionContext.copyChangeActiveGraph(
                execCxt, scope.graph(execCxt.getDataset(), execCxt.getActiveGraph()));
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
