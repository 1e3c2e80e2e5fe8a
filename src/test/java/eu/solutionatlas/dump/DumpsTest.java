package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.load.Loader;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpsTest {
    private static final Clock LONG_AGO = Clock.fixed(Instant.parse("2025-01-10T12:00:00Z"), ZoneOffset.UTC);
    private static final DumpSettings OFTEN = settings(Duration.ofMillis(10));

    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = TemporaryStore.create(LONG_AGO);
        Loader.publishVocabularies(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static DumpSettings settings(Duration every) {
        return new DumpSettings(
                new Schedule(every, LocalTime.MIDNIGHT), 31, Duration.ofHours(2), Duration.ofMillis(10));
    }

    private SetWriter writer(Clock clock) {
        return new SetWriter(store, TestAtlas.IRIS, directory.resolve("dump"), "Test", clock);
    }

    private void change() {
        Node document = TestAtlas.IRIS.document("actor", "a");
        store.commit(
                "test", "1", writer -> writer.replace(document, List.of(Triple.create(document, document, document))));
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void start_withoutAnySet_writesOneWhateverTheTime() {
        DumpSets sets = new DumpSets(directory.resolve("dump"));
        try (Dumps dumps =
                new Dumps(store, writer(Clock.systemUTC()), sets, settings(Duration.ofDays(3650)), Clock.systemUTC())) {
            await(() -> sets.latest().isPresent());

            assertThat(dumps.freshness().words()).contains("2025-01-10-v1", "has the newest data");
        }
    }

    @Test
    void start_afterARunWasMissed_writesAtOnce() {
        writer(LONG_AGO).write();
        change();
        DumpSets sets = new DumpSets(directory.resolve("dump"));
        try (Dumps dumps =
                new Dumps(store, writer(Clock.systemUTC()), sets, settings(Duration.ofHours(24)), Clock.systemUTC())) {
            await(() -> sets.latest().filter(set -> set.id().version() == 2).isPresent());

            assertThat(dumps.freshness().isLate()).isFalse();
        }
    }

    @Test
    void oldSets_areTakenAway() {
        DumpSet first = writer(LONG_AGO).write();
        change();
        DumpSet second = writer(Clock.offset(LONG_AGO, Duration.ofMinutes(1))).write();
        DumpSets sets = new DumpSets(directory.resolve("dump"));
        try (Dumps dumps = new Dumps(store, writer(Clock.systemUTC()), sets, OFTEN, Clock.systemUTC())) {
            await(() -> sets.all().size() == 1);

            assertThat(sets.latest()).contains(second);
            assertThat(first.directory()).doesNotExist();
            assertThat(dumps.failure()).isEmpty();
        }
    }

    @Test
    void failure_isSaidAndMendsItself() throws IOException {
        Path inTheWay = Files.writeString(directory.resolve("dump"), "no directory");
        DumpSets sets = new DumpSets(inTheWay);
        try (Dumps dumps = new Dumps(store, writer(Clock.systemUTC()), sets, OFTEN, Clock.systemUTC())) {
            await(() -> dumps.failure().isPresent());
            assertThat(sets.all()).isEmpty();

            Files.delete(inTheWay);

            await(() -> dumps.failure().isEmpty() && sets.latest().isPresent());
        }
    }

    /** The kernel itself says that there is no space: the last file of the set is one that takes nothing. */
    @Test
    void diskFull_oldSetStaysWhole_nothingUnfinishedStays_andItMendsItself() throws IOException {
        DumpSet old = writer(LONG_AGO).write();
        change();
        DumpSets sets = new DumpSets(directory.resolve("dump"));
        AtomicBoolean full = new AtomicBoolean(true);
        Clock filling = new FillingClock(full, directory.resolve("dump"));
        try (Dumps dumps = new Dumps(store, writer(filling), sets, OFTEN, Clock.systemUTC())) {
            await(() -> dumps.failure().isPresent());

            assertThat(dumps.failure().orElse("")).contains("No space left on device");
            assertThat(sets.all()).containsExactly(old);
            assertThat(SetCheck.of(old.directory()).complaints()).isEmpty();

            full.set(false);
            await(() -> dumps.failure().isEmpty()
                    && sets.all().size() == 1
                    && !sets.all().contains(old));
            try (Stream<Path> left = Files.list(directory.resolve("dump"))) {
                assertThat(left.map(path -> path.getFileName().toString())).containsExactly("2025-01-10-v2");
            }
        }
    }

    /** Asked for the time between the files and the package of them, it puts what is always full in the package's place. */
    private static final class FillingClock extends Clock {
        private final AtomicBoolean full;
        private final Path dumps;

        FillingClock(AtomicBoolean full, Path dumps) {
            this.full = full;
            this.dumps = dumps;
        }

        @Override
        public Instant instant() {
            if (full.get()) {
                try (Stream<Path> below = Files.list(dumps)) {
                    Path unfinished = below.filter(
                                    path -> path.getFileName().toString().startsWith(SetDirectory.UNFINISHED))
                            .findFirst()
                            .orElseThrow();
                    Files.createSymbolicLink(
                            unfinished.resolve("solution-atlas-2025-01-10-v2.zip"), Path.of("/dev/full"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void never_writesNone() {
        DumpSets sets = new DumpSets(directory.resolve("dump"));
        new Dumps(store, writer(Clock.systemUTC()), sets, settings(Duration.ZERO), Clock.systemUTC()).close();

        assertThat(sets.all()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }
}
