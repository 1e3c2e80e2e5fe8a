package eu.solutionatlas.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.params.StoreParamsConst;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * How many terms TDB2 keeps in memory. Its own sizes, 1.2 million terms, are 400 MB: on a small machine with a large
 * catalogue that is all there is.
 */
record NodeCaches(int terms, int ids) {
    /** What a term takes with its entry, in bytes: the mean of a catalogue of 5 million triples. */
    private static final int BYTES_EACH = 330;

    /** A quarter of the heap at most. */
    private static final int SHARE = 4;
    /** A fifth of what there is for finding the number of a term, the rest for finding the term of a number. */
    private static final int IDS = 5;

    /** For a heap of so many bytes. */
    static NodeCaches forHeap(long bytes) {
        int all = Math.toIntExact(Math.min(bytes / SHARE / BYTES_EACH, Integer.MAX_VALUE));
        return new NodeCaches(
                Math.min(all - all / IDS, StoreParamsConst.NodeId2NodeCacheSize),
                Math.min(all / IDS, StoreParamsConst.Node2NodeIdCacheSize));
    }

    /** Opens a database with these caches, making it when there is none. */
    DatasetGraph open(Path directory) throws IOException {
        Location location = Location.create(directory);
        if (!hasData(directory)) {
            // Given any sizes, TDB2 would write them into a file here, in a way that a crash could cut in two.
            TDBInternal.expel(DatabaseMgr.connectDatasetGraph(location), true);
        }
        return DatabaseMgr.connectDatasetGraph(location, params());
    }

    private static boolean hasData(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("Data-"));
        }
    }

    /** Everything about a database that TDB2 is to make or open without looking for a file of parameters. */
    StoreParams whole() {
        return StoreParamsBuilder.modify(StoreParams.getDftStoreParams(), params());
    }

    private StoreParams params() {
        return StoreParamsBuilder.create("solution-atlas")
                .nodeId2NodeCacheSize(terms)
                .node2NodeIdCacheSize(ids)
                .build();
    }
}
