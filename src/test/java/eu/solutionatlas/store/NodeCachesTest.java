package eu.solutionatlas.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCachesTest {
    private static final NodeCaches SMALL = new NodeCaches(4_000, 1_000);

    @TempDir
    Path directory;

    private static StoreParams params(DatasetGraph dataset) {
        return TDBInternal.getDatasetGraphTDB(dataset).getStoreParams();
    }

    @Test
    void smallHeap_aQuarterIsForTerms() {
        NodeCaches caches = NodeCaches.forHeap(512L << 20);

        assertThat((caches.terms() + caches.ids()) * 330L).isBetween(120L << 20, 128L << 20);
    }

    @Test
    void largeHeap_asManyAsTdbWouldTake() {
        assertThat(NodeCaches.forHeap(16L << 30)).isEqualTo(new NodeCaches(1_000_000, 200_000));
    }

    @Test
    void newDatabase_hasTheSizes() throws IOException {
        DatasetGraph dataset = SMALL.open(directory);

        assertThat(params(dataset).getNodeId2NodeCacheSize()).isEqualTo(4_000);
        TDBInternal.expel(dataset, true);
    }

    @Test
    void heapChanged_theSizesChange() throws IOException {
        TDBInternal.expel(SMALL.open(directory), true);
        DatasetGraph dataset = new NodeCaches(8_000, 2_000).open(directory);

        assertThat(params(dataset).getNodeId2NodeCacheSize()).isEqualTo(8_000);
        TDBInternal.expel(dataset, true);
    }
}
