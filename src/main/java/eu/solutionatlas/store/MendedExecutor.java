package eu.solutionatlas.store;

import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * TDB2's executor, mended: that of Jena 6.0.0 fails ("Peek iterator is already empty") when a pattern of two or more
 * triples follows a step that found nothing. Nothing joined with anything is nothing.
 */
public class MendedExecutor extends OpExecutorTDB2 {
    static final OpExecutorFactory FACTORY = MendedExecutor::new;

    protected MendedExecutor(ExecutionContext context) {
        super(context);
    }

    @Override
    protected QueryIterator execute(OpBGP pattern, QueryIterator input) {
        return input.hasNext() ? super.execute(pattern, input) : input;
    }

    @Override
    protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
        return input.hasNext() ? super.execute(pattern, input) : input;
    }

    @Override
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        return input.hasNext() ? super.execute(filter, input) : input;
    }
}
