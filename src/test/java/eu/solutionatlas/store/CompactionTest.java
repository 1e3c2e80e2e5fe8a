package eu.solutionatlas.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compaction of real files, and of what starts it. */
@Timeout(120)
class CompactionTest {
    private static final String BASE = "http://localhost:8080/solution/";
    private static final int DOCUMENTS = 500;
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong();
    private Store store;

    @BeforeEach
    void open() {
        store = open(0);
    }

    private Store open(long minimumFree) {
        return TdbStore.open(directory, Clock.systemUTC(), new StoreSettings(minimumFree, Duration.ZERO, 0));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Node document(int number) {
        return NodeFactory.createURI(BASE + number);
    }

    /** A commit of new documents with titles of their own, as a harvest makes. */
    private void harvest(int round) {
        store.commit(
                "test",
                "test",
                writer -> IntStream.range(0, DOCUMENTS)
                        .mapToObj(i -> document(round * DOCUMENTS + i))
                        .forEach(document -> writer.replace(
                                document,
                                List.of(Triple.create(
                                        document,
                                        DCTerms.title.asNode(),
                                        NodeFactory.createLiteralString("title of " + document.getURI()))))));
    }

    private long documents() {
        return store.read(snapshot -> snapshot.documents().count());
    }

    private Compaction looking(int times, long floor) {
        return new Compaction(store, new StoreSettings(0, Duration.ZERO, times), new Growth(times, floor), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private List<String> generations() {
        try (var files = Files.list(directory.resolve("store"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Data-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void look_grownAndQuiet_compacts() {
        try (Compaction compaction = looking(1, store.bytes() - 1)) {
            harvest(0);
            compaction.look();
            pass(LONG);
            compaction.look();
            assertThat(generations()).containsExactly("Data-0002");
            assertThat(documents()).isEqualTo(DOCUMENTS);
        }
    }

    @Test
    void look_grownALittleWhileBeingWritten_waits() {
        try (Compaction compaction = looking(1, store.bytes() - 1)) {
            harvest(0);
            compaction.look();
            assertThat(generations()).containsExactly("Data-0001");
        }
    }

    @Test
    void look_grownMuchWhileBeingWritten_compacts() {
        try (Compaction compaction = looking(1, store.bytes() / 2)) {
            harvest(0);
            compaction.look();
            assertThat(generations()).containsExactly("Data-0002");
        }
    }

    @Test
    void look_notGrown_leavesTheFilesAlone() {
        try (Compaction compaction = looking(1, Long.MAX_VALUE / 4)) {
            harvest(0);
            compaction.look();
            pass(LONG);
            compaction.look();
            assertThat(generations()).containsExactly("Data-0001");
        }
    }

    @Test
    void look_justCompacted_leavesTheFilesAlone() {
        try (Compaction compaction = looking(1, 1)) {
            harvest(0);
            compaction.look();
            pass(LONG);
            compaction.look();
            pass(LONG);
            compaction.look();
            assertThat(generations()).containsExactly("Data-0002");
        }
    }

    @Test
    void look_byGrowthSwitchedOff_leavesTheFilesAlone() {
        try (Compaction compaction = looking(0, 1)) {
            harvest(0);
            pass(LONG);
            compaction.look();
            assertThat(generations()).containsExactly("Data-0001");
        }
    }

    @Test
    void manyHarvests_withCompaction_takeABoundedSpace() {
        long most = 0;
        try (Compaction compaction = looking(2, 1)) {
            for (int round = 0; round < 40; round++) {
                harvest(round);
                most = Math.max(most, store.bytes());
                compaction.look();
            }
            assertThat(documents()).isEqualTo(40L * DOCUMENTS);
        }
        // Each file is grown in steps of 8 MiB, of which there are two dozen.
        assertThat(most).isLessThan(4 * store.compactedBytes());
    }

    @Test
    void compactedBytes_areKnownAfterARestart() {
        harvest(0);
        store.compact(() -> false);
        long before = store.compactedBytes();
        store.close();
        store = open(0);
        assertThat(store.compactedBytes()).isEqualTo(before).isPositive();
    }

    @Test
    void compact_givenUp_leavesTheOldFilesInUse() {
        harvest(0);
        assertThatThrownBy(() -> store.compact(() -> true)).isInstanceOf(StoreException.class);
        assertThat(generations()).containsExactly("Data-0001");
        assertThat(documents()).isEqualTo(DOCUMENTS);
    }

    @Test
    void compact_afterOneThatWasGivenUp_works() {
        harvest(0);
        assertThatThrownBy(() -> store.compact(() -> true)).isInstanceOf(StoreException.class);
        store.compact(() -> false);
        harvest(1);
        assertThat(documents()).isEqualTo(2 * DOCUMENTS);
    }

    private Compaction failing() throws IOException {
        Compaction compaction = looking(1, 1);
        harvest(0);
        Files.writeString(directory.resolve("store/Data-0002-tmp"), "in the way");
        compaction.look();
        return compaction;
    }

    @Test
    void look_thatFails_saysSo() throws IOException {
        try (Compaction compaction = failing()) {
            assertThat(compaction.failure())
                    .hasValueSatisfying(words -> assertThat(words).contains("could not be compacted"));
            assertThat(documents()).isEqualTo(DOCUMENTS);
        }
    }

    @Test
    void look_afterOneThatFailed_waitsForItsTurn() throws IOException {
        try (Compaction compaction = failing()) {
            Files.deleteIfExists(directory.resolve("store/Data-0002-tmp"));
            pass(LONG);
            compaction.look();
            assertThat(generations()).doesNotContain("Data-0002");
        }
    }

    @Test
    void compact_diskNearlyFull_isRefused() {
        harvest(0);
        store.close();
        store = open(Long.MAX_VALUE);
        assertThatThrownBy(() -> store.compact(() -> false)).hasMessageContaining("nearly full");
        assertThat(documents()).isEqualTo(DOCUMENTS);
    }

    @Test
    void reader_fromBefore_isNotDisturbedAndWritingGoesOnBesideIt() throws InterruptedException {
        harvest(0);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicLong seen = new AtomicLong();
        Thread reader = Thread.ofPlatform()
                .start(() -> store.read(snapshot -> {
                    reading.countDown();
                    await(done);
                    long count = snapshot.documents().count();
                    seen.set(count);
                    return count;
                }));
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
        Thread compacting = Thread.ofPlatform().start(() -> store.compact(() -> false));
        awaitGeneration("Data-0002");

        harvest(1); // while the compaction still waits for the reader

        done.countDown();
        reader.join(30_000);
        compacting.join(30_000);
        assertThat(seen).hasValue(DOCUMENTS);
        assertThat(documents()).isEqualTo(2 * DOCUMENTS);
        assertThat(generations()).containsExactly("Data-0002");
    }

    private void awaitGeneration(String name) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!generations().contains(name) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(generations()).contains(name);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void open_oldFilesLeftBehind_removesThem() throws IOException {
        harvest(0);
        store.compact(() -> false);
        store.close();
        Files.createDirectory(directory.resolve("store/Data-0001"));
        Files.writeString(directory.resolve("store/Data-0001/nodes.dat"), "old");
        store = open(0);
        assertThat(generations()).containsExactly("Data-0002");
        assertThat(documents()).isEqualTo(DOCUMENTS);
    }
}
