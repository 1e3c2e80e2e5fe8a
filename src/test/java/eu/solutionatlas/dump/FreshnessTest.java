package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final DumpSettings DAILY = new DumpSettings(
            new Schedule(Duration.ofHours(24), LocalTime.of(2, 0)), 31, Duration.ofHours(2), Duration.ofMinutes(1));
    private static final Instant CHANGED = Instant.parse("2026-11-20T12:00:00Z");
    private static final DumpSet SET = Sets.written(CHANGED.minusSeconds(3600), 17);

    private static Freshness at(String now, Optional<Instant> outdated) {
        return Freshness.of(Optional.of(SET), outdated, DAILY, Instant.parse(now));
    }

    @Test
    void nothingChanged_isNotLateHoweverOld() {
        Freshness freshness = at("2027-05-01T12:00:00Z", Optional.empty());

        assertThat(freshness.isLate()).isFalse();
        assertThat(freshness.words()).contains("162 days ago", "has the newest data", "if the data changes");
    }

    @Test
    void changed_isNotLateBeforeTheNextRunAndTheGrace() {
        assertThat(at("2026-11-21T03:59:00Z", Optional.of(CHANGED)).isLate()).isFalse();
    }

    @Test
    void changed_isLateAfterTheGrace() {
        Freshness freshness = at("2026-11-21T04:01:00Z", Optional.of(CHANGED));

        assertThat(freshness.isLate()).isTrue();
        assertThat(freshness.words())
                .isEqualTo("late: 2026-11-20-v17, written 17 hours ago, lacks what has changed since 20 Nov 2026, 12:00"
                        + " UTC; the next is due on 22 Nov 2026, 02:00 UTC");
    }

    @Test
    void noneYet_isLateAfterTheGrace() {
        Instant begun = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(Freshness.of(Optional.empty(), Optional.of(begun), DAILY, begun.plus(Duration.ofHours(3)))
                        .isLate())
                .isTrue();
        assertThat(Freshness.of(Optional.empty(), Optional.of(begun), DAILY, begun.plus(Duration.ofHours(1)))
                        .isLate())
                .isFalse();
    }

    @Test
    void noneByItself_isNeverLate() {
        DumpSettings never = new DumpSettings(
                new Schedule(Duration.ZERO, LocalTime.MIDNIGHT), 31, Duration.ofHours(2), Duration.ofMinutes(1));

        assertThat(Freshness.of(Optional.empty(), Optional.of(Instant.EPOCH), never, CHANGED)
                        .isLate())
                .isFalse();
    }
}
