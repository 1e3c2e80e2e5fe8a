package eu.solutionatlas.outbound;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A way to give up exchanges from another thread: all that were begun with it, and those that will be. */
public final class Cancel {
    private final Set<Runnable> running = new LinkedHashSet<>();
    private boolean cancelled;

    /** A running exchange's place in the list. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** Ends what runs. Does nothing the second time. */
    public void cancel() {
        List<Runnable> ended;
        synchronized (this) {
            cancelled = true;
            ended = List.copyOf(running);
            running.clear();
        }
        ended.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** @param ending run at once when it is cancelled already */
    Registration whenCancelled(Runnable ending) {
        boolean late;
        synchronized (this) {
            late = cancelled;
            if (!late) {
                running.add(ending);
            }
        }
        if (late) {
            ending.run();
        }
        return () -> forget(ending);
    }

    private synchronized void forget(Runnable ending) {
        running.remove(ending);
    }
}
