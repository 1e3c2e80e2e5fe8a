package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.store.Change;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the dumps up with the catalogue: one thread in the background writes a set when one is due and the data has
 * changed, and takes away those that have had their time. Until a new set is whole, the old one is served.
 */
public final class Dumps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dumps.class);

    /** Clocks are set and machines sleep: how long to trust that a time is as far off as it was. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(5);

    private final Store store;
    private final SetWriter writer;
    private final DumpSets sets;
    private final DumpSettings settings;
    private final Clock clock;
    private final Instant begun;
    private final ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("dump").daemon().factory());
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile Optional<String> failure = Optional.empty();
    /** When the background thread last found everything done; only that thread uses it. */
    private Instant done = Instant.MIN;

    /** Begins to write, if a set is due or there is none yet. */
    public Dumps(Store store, SetWriter writer, DumpSets sets, DumpSettings settings, Clock clock) {
        this.store = store;
        this.writer = writer;
        this.sets = sets;
        this.settings = settings;
        this.clock = clock;
        this.begun = clock.instant();
        background.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        if (settings.schedule().isOn()) {
            plan(Duration.ZERO);
        }
    }

    private void plan(Duration delay) {
        background.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            sets.refresh(); // somebody may have taken one away, or brought one back
            if (isDue()) {
                Instant now = clock.instant();
                write();
                sets.remove(Retention.expired(sets.all(), settings.keepDays(), now));
                done = now;
            }
            failure = Optional.empty();
            plan(untilNext());
        } catch (RuntimeException e) {
            if (!stopping.get()) {
                LOG.error("The dumps could not be written; trying again in {}", settings.retry(), e);
                failure = Optional.of(String.valueOf(e.getMessage()));
                plan(settings.retry());
            }
        }
    }

    /** Whether a set should have been written since the newest was, or there is none. */
    private boolean isDue() {
        Optional<Instant> last = sets.latest().map(DumpSet::written);
        return last.isEmpty()
                || settings.schedule()
                        .upTo(clock.instant())
                        .filter(due -> due.isAfter(last.get()) && due.isAfter(done))
                        .isPresent();
    }

    private Duration untilNext() {
        Instant now = clock.instant();
        Duration next = settings.schedule()
                .after(now)
                .map(due -> Duration.between(now, due))
                .orElse(LONGEST_SLEEP);
        return next.compareTo(LONGEST_SLEEP) < 0 ? next : LONGEST_SLEEP;
    }

    private void write() {
        if (outdated().isPresent()) {
            DumpSet set = writer.write(stopping::get);
            sets.refresh();
            LOG.info("Wrote the dumps {}", set.id());
        }
    }

    /** Since when the data is newer than the newest set; since this was begun, when there is none. */
    private Optional<Instant> outdated() {
        Optional<DumpSet> latest = sets.latest();
        DataVersion current = store.version();
        if (latest.isEmpty()) {
            return Optional.of(begun);
        }
        DataVersion held = latest.get().version();
        return held.equals(current) ? Optional.empty() : Optional.of(changedSince(latest.get(), current));
    }

    private Instant changedSince(DumpSet latest, DataVersion current) {
        try (Stream<Change> changes = store.changes(latest.version(), current)) {
            return changes.findFirst().map(change -> change.version().at()).orElse(latest.written());
        } catch (StoreException | IllegalArgumentException e) {
            return latest.written(); // the journal does not reach back that far, or was begun anew
        }
    }

    /** How old the dumps are, and when there will be others. */
    public Freshness freshness() {
        return Freshness.of(sets.latest(), outdated(), settings, clock.instant());
    }

    /** Why the last try to write failed; empty when it did not. */
    public Optional<String> failure() {
        return failure;
    }

    /** Files of sets that were found damaged, as {@code SET/FILE}. */
    public Set<String> damaged() {
        return sets.damaged();
    }

    /** Gives up what is being written. Never interrupts it: that would close files that the store reads from. */
    @Override
    public void close() {
        stopping.set(true);
        background.shutdown();
        try {
            if (!background.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.warn("The dumps that are being written did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
