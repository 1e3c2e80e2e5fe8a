package eu.solutionatlas.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong time = new AtomicLong();
    private final RateLimit limit = new RateLimit(60, 2, time::get);

    @Test
    void take_beyondTheBurst_saysHowLongToWait() {
        limit.take("one");
        limit.take("one");
        assertThat(limit.take("one")).hasValue(1);
    }

    @Test
    void take_ofAnotherClient_isItsOwn() {
        limit.take("one");
        limit.take("one");
        assertThat(limit.take("other")).isEmpty();
    }

    @Test
    void take_afterAWhile_isFreeAgain() {
        limit.take("one");
        limit.take("one");
        time.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(limit.take("one")).isEmpty();
    }

    @Test
    void charge_moreThanThereIs_isPaidBackInTime() {
        limit.take("one");
        limit.charge("one", 5);
        assertThat(limit.take("one")).hasValue(5);
    }
}
