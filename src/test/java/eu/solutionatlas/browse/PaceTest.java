package eu.solutionatlas.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
    void stream_inTime_passesOn() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        pace.of(out).write(new byte[3]);

        assertThat(out.size()).isEqualTo(3);
    }

    @Test
    void stream_tooLate() {
        OutputStream out = pace.of(OutputStream.nullOutputStream());
        clock.set(6);

        assertThatThrownBy(() -> out.write(new byte[3])).isInstanceOf(Pace.TooSlow.class);
    }

    @Test
    void step_tooLate() {
        pace.step();
        clock.set(8);

        assertThatThrownBy(pace::step).isInstanceOf(Pace.TooSlow.class).hasMessageContaining("1 entries");
    }
}
