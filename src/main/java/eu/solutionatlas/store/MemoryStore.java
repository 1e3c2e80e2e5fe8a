package eu.solutionatlas.store;

import java.time.Clock;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/** A store that lasts as long as its process: the same engine as on disk, in memory. For tests and for trying out. */
public final class MemoryStore {
    private MemoryStore() {}

    public static Store create(Clock clock) {
        DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
        return new DatasetStore(
                dataset,
                new MemoryJournal(),
                clock,
                SpaceCheck.NONE,
                same -> {},
                () -> TDBInternal.expel(dataset, true));
    }
}
