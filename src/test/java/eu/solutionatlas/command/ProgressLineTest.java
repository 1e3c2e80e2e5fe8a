package eu.solutionatlas.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    /** A clock that goes on only when it is told to. */
    private static final class Stopwatch extends Clock {
        private Instant now = Instant.EPOCH;

        void advanceMillis(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public Instant instant() {
            return now;
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

    private final Stopwatch clock = new Stopwatch();
    private final StringWriter shown = new StringWriter();
    private final ProgressLine progress = new ProgressLine(new PrintWriter(shown), clock);

    @Test
    void entries_quickWork_showsNothing() {
        clock.advanceMillis(1_900);
        progress.entries(500);
        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void entries_longWork_showsALineASecond() {
        for (int i = 1; i <= 45; i++) {
            clock.advanceMillis(100);
            progress.entries(i * 1_000);
        }
        assertThat(shown.toString().lines())
                .containsExactly("20,000 entries in 2 s", "30,000 entries in 3 s", "40,000 entries in 4 s");
    }
}
