package eu.solutionatlas.browse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong clock = new AtomicLong(-5);
    private final Pace pace = new Pace(Duration.ofNanos(10), Duration.ofNanos(2), clock::get);

    @Test
    void step_inTime() {
        clock.set(5);

        assertThatCode(pace::step).doesNotThrowAnyException();
    }

    @Test
    void step_afterOthers_mayComeLater() {
        pace.step();
        pace.step();
        clock.set(9);

        assertThatCode(pace::step).doesNotThrowAnyException();
    }

    @Test
    void step_tooLate() {
        pace.step();
        clock.set(8);

        assertThatThrownBy(pace::step).isInstanceOf(Pace.TooSlow.class).hasMessageContaining("1 entries");
    }
}
