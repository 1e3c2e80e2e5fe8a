package eu.solutionatlas.sparql.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningQueryTest {
    private final Watchdog watchdog = new Watchdog(60);
    private final RunningQuery query =
            watchdog.begin(Duration.ofMinutes(1), Duration.ofMinutes(2), () -> {}, () -> false);

    @AfterEach
    void close() {
        watchdog.forget(query);
        watchdog.close();
    }

    @Test
    void stop_first_isTheReasonThatCounts() {
        query.stop(RunningQuery.Stop.MEMORY);
        query.stop(RunningQuery.Stop.TIME);

        assertThat(query.stopped()).isEqualTo(RunningQuery.Stop.MEMORY);
        assertThatThrownBy(query::check).isInstanceOf(QueryCancelledException.class);
    }

    /** ARQ's iterators may be anywhere when another thread cancels them. */
    @Test
    void stop_engineFailsAtIt_harmsNobodyElse() {
        query.onStop(() -> {
            throw new IllegalStateException("half-way");
        });

        assertThatCode(() -> query.stop(RunningQuery.Stop.MEMORY)).doesNotThrowAnyException();

        assertThat(query.cancelSignal()).isTrue();
    }

    @Test
    void onStop_stoppedAlready_isRunAtOnce() {
        boolean[] told = {false};
        query.stop(RunningQuery.Stop.TIME);

        query.onStop(() -> told[0] = true);

        assertThat(told[0]).isTrue();
    }
}
