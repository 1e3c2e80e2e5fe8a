package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.outbound.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Fault REFUSED = Fault.of(Fault.Kind.REFUSED, "nothing listens there");
    private static final Fault MALFORMED = Fault.of(Fault.Kind.MALFORMED, "no JSON");

    private long now = 1_000;
    private final Breaker breaker = new Breaker(Duration.ofSeconds(30), () -> now);

    private void wait(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void oneFailure_admits() {
        breaker.failed("hub", REFUSED);

        assertThat(breaker.admits("hub")).isTrue();
    }

    @Test
    void twoFailures_leaveAlone() {
        breaker.failed("hub", REFUSED);
        breaker.failed("hub", REFUSED);

        assertThat(breaker.admits("hub")).isFalse();
    }

    @Test
    void twoFailuresOfOneHub_admitAnother() {
        breaker.failed("hub", REFUSED);
        breaker.failed("hub", REFUSED);

        assertThat(breaker.admits("other")).isTrue();
    }

    @Test
    void malformedAnswers_neverLeaveAlone() {
        breaker.failed("hub", MALFORMED);
        breaker.failed("hub", MALFORMED);
        breaker.failed("hub", MALFORMED);

        assertThat(breaker.admits("hub")).isTrue();
    }

    @Test
    void afterThePause_oneTries() {
        breaker.failed("hub", REFUSED);
        breaker.failed("hub", REFUSED);
        wait(31);

        assertThat(breaker.admits("hub")).isTrue();
        assertThat(breaker.admits("hub")).isFalse();
    }

    @Test
    void thirdFailure_waitsTwiceAsLong() {
        breaker.failed("hub", REFUSED);
        breaker.failed("hub", REFUSED);
        wait(31);
        breaker.admits("hub");
        breaker.failed("hub", REFUSED);
        wait(31);

        assertThat(breaker.admits("hub")).isFalse();
    }

    @Test
    void answer_admitsAllAgain() {
        breaker.failed("hub", REFUSED);
        breaker.failed("hub", REFUSED);
        wait(31);
        breaker.admits("hub");
        breaker.answered("hub");

        assertThat(breaker.admits("hub")).isTrue();
    }

    @Test
    void hubThatCouldNotBeReachedTwice_isSilentUntilItAnswers() {
        breaker.failed("hub", REFUSED);
        assertThat(breaker.isSilent("hub")).isFalse();
        breaker.failed("hub", REFUSED);
        assertThat(breaker.isSilent("hub")).isTrue();
        breaker.answered("hub");
        assertThat(breaker.isSilent("hub")).isFalse();
    }
}
