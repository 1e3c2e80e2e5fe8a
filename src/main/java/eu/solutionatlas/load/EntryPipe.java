package eu.solutionatlas.load;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks entries on a thread of its own while the caller writes them, so that a large load keeps two cores
 * busy. Bounded: the reader waits for the writer.
 */
final class EntryPipe implements AutoCloseable {
    /** The writer ended before the reader. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivenUp(InterruptedException cause) {
            super("the load was given up", cause);
        }
    }

    private static final int AHEAD = 256;

    private final BlockingQueue<Optional<Entry>> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private volatile @Nullable Throwable failure;

    /** @param reading hands every entry to the consumer it is given */
    EntryPipe(Consumer<Consumer<Entry>> reading) {
        this.reader = Thread.ofPlatform().name("catalogue-reader").daemon().start(() -> {
            try {
                reading.accept(this::put);
                put(Optional.empty());
            } catch (GivenUp e) {
                // nobody waits for the rest
            } catch (RuntimeException | Error e) {
                failure = e;
                queue.clear();
                queue.add(Optional.empty());
            }
        });
    }

    private void put(Entry entry) {
        put(Optional.of(entry));
    }

    private void put(Optional<Entry> entry) {
        try {
            queue.put(entry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GivenUp(e);
        }
    }

    /** The next entry; empty at the end. What the reader threw is thrown here. */
    Optional<Entry> next() {
        Optional<Entry> entry;
        try {
            entry = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the load was interrupted", e);
        }
        Throwable thrown = failure;
        if (entry.isEmpty() && thrown != null) {
            throw new IllegalStateException("the catalogue files could not be read: " + thrown, thrown);
        }
        return entry;
    }

    @Override
    public void close() {
        reader.interrupt();
        queue.clear();
    }
}
