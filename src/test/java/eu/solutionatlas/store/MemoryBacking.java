package eu.solutionatlas.store;

import java.util.function.BooleanSupplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.sys.TDBInternal;

/** That of a dataset without files. */
record MemoryBacking(DatasetGraph dataset) implements Backing {
    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public long compactedBytes() {
        return 0;
    }

    @Override
    public Runnable rewrite(BooleanSupplier givenUp) {
        return () -> {};
    }

    @Override
    public void release() {
        TDBInternal.expel(dataset, true);
    }
}
