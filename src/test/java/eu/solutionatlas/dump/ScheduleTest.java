package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Schedule DAILY = new Schedule(Duration.ofHours(24), LocalTime.of(2, 0));

    @Test
    void daily_isAtItsHour() {
        assertThat(DAILY.after(Instant.parse("2026-11-28T10:00:00Z"))).contains(Instant.parse("2026-11-29T02:00:00Z"));
        assertThat(DAILY.upTo(Instant.parse("2026-11-28T01:59:59Z"))).contains(Instant.parse("2026-11-27T02:00:00Z"));
    }

    @Test
    void pointItself_isUpToAndNotAfter() {
        Instant point = Instant.parse("2026-11-28T02:00:00Z");

        assertThat(DAILY.upTo(point)).contains(point);
        assertThat(DAILY.after(point)).contains(point.plus(Duration.ofDays(1)));
    }

    @Test
    void everyFewHours_countsFromTheHour() {
        Schedule sixHourly = new Schedule(Duration.ofHours(6), LocalTime.of(2, 0));

        assertThat(sixHourly.after(Instant.parse("2026-11-28T10:00:00Z")))
                .contains(Instant.parse("2026-11-28T14:00:00Z"));
    }

    @Test
    void never_hasNoPoints() {
        assertThat(new Schedule(Duration.ZERO, LocalTime.MIDNIGHT).after(Instant.EPOCH))
                .isEmpty();
    }
}
