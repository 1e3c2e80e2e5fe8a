package eu.solutionatlas.store;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/** A store that lasts as long as its process: the same engine as on disk, in memory. For tests and for trying out. */
public final class MemoryStore {
    private MemoryStore() {}

    public static Store create(Clock clock) {
        DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
        return new DatasetStore(dataset, new MemoryJournal(), clock, SpaceCheck.NONE, new Memory(dataset));
    }

    /** Has no files. */
    record Memory(DatasetGraph dataset) implements Backing {
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
}
