package eu.solutionatlas.store;

import java.time.Clock;
import org.apache.jena.tdb2.DatabaseMgr;

/** A store that lasts as long as its process: the same engine as on disk, in memory. For tests and for trying out. */
public final class MemoryStore {
    private MemoryStore() {}

    public static Store create(Clock clock) {
        return new DatasetStore(
                DatabaseMgr.createDatasetGraph(), new MemoryJournal(), clock, SpaceCheck.NONE, dataset -> {}, () -> {});
    }
}
