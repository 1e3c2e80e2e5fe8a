package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dumps that are to be had now, kept up with the catalogue by one thread in the background: at the start, and a
 * quiet while after each change. Until a new set is whole, the old one is served.
 */
public final class Dumps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dumps.class);

    private final Store store;
    private final DumpWriter writer;
    private final DumpSettings settings;
    private final ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("dump").daemon().factory());
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile Map<DumpName, DumpFile> files = Map.of();
    private volatile Optional<String> failure = Optional.empty();

    /** Begins to write, if there is anything to write. */
    public Dumps(Store store, Iris iris, Path directory, DumpSettings settings) {
        this.store = store;
        this.writer = new DumpWriter(store, iris, directory);
        this.settings = settings;
        // A run that is planned when the hub stops is made up for at the next start.
        background.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        store.onChange(change -> plan(settings.quiet()));
        plan(Duration.ZERO);
    }

    private void plan(Duration delay) {
        if (planned.compareAndSet(false, true)) {
            background.schedule(this::write, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        planned.set(false); // before reading, so that a change from now on plans another run
        try {
            Set<DataVersion> kept = new HashSet<>();
            version().ifPresent(kept::add); // a request may just be about to open the previous one
            files = writer.existing(store.version()).orElseGet(writer::finished);
            failure = Optional.empty();
            version().ifPresent(kept::add);
            writer.removeAllBut(kept);
        } catch (RuntimeException e) {
            LOG.error("The dumps could not be written; trying again in {}", settings.retry(), e);
            failure = Optional.of(String.valueOf(e.getMessage()));
            plan(settings.retry());
        }
    }

    Optional<DumpFile> current(DumpName name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The data version of the dumps that are served; empty before the first are ready. */
    public Optional<DataVersion> version() {
        return files.values().stream().findFirst().map(DumpFile::version);
    }

    /** Why the last try to write failed; empty when it did not. */
    public Optional<String> failure() {
        return failure;
    }

    /** Whether the dumps show the newest data. */
    public boolean isCurrent() {
        return version().filter(store.version()::equals).isPresent();
    }

    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(30, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
