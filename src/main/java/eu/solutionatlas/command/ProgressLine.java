package eu.solutionatlas.command;

import eu.solutionatlas.load.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Shows that long work goes on: a line each second, once it has taken longer than a person waits without wondering. */
final class ProgressLine implements Progress {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PrintWriter err;
    private final Clock clock;
    private final Instant start;
    private Instant next;

    ProgressLine(PrintWriter err, Clock clock) {
        this.err = err;
        this.clock = clock;
        this.start = clock.instant();
        this.next = start.plus(PATIENCE);
    }

    @Override
    public void entries(int entries) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        long seconds = Duration.between(start, now).toSeconds();
        err.printf(Locale.ROOT, "%,d entries in %d s%n", entries, seconds);
        err.flush();
    }
}
