package eu.solutionatlas.browse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private final AtomicLong clock = new AtomicLong(-5);
    private final TimeLimit limit = new TimeLimit(Duration.ofNanos(10), clock::get);

    @Test
    void check_inTime() {
        clock.set(5);

        assertThatCode(limit::check).doesNotThrowAnyException();
    }

    @Test
    void check_tooLate() {
        clock.set(6);

        assertThatThrownBy(limit::check).isInstanceOf(TimeLimit.Exceeded.class);
    }
}
