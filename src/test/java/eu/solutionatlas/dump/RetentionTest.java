package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static List<DumpSet> newestFirst(String... days) {
        int[] version = {1000};
        return Stream.of(days)
                .map(day -> Sets.written(Instant.parse(day + "T02:00:00Z"), version[0]--))
                .toList();
    }

    private static List<String> expired(String... days) {
        return Retention.expired(newestFirst(days), 31, NOW).stream()
                .map(set -> set.id().date().toString())
                .toList();
    }

    @Test
    void recentSets_stay() {
        assertThat(expired("2026-11-28", "2026-11-27", "2026-10-29")).isEmpty();
    }

    @Test
    void olderSets_stayOnlyAsTheLastOfTheirMonth() {
        assertThat(expired("2026-11-28", "2026-10-20", "2026-10-19", "2026-09-30", "2026-09-29"))
                .containsExactly("2026-10-19", "2026-09-29");
    }

    @Test
    void newest_staysHoweverOld() {
        assertThat(expired("2025-01-01", "2025-01-01")).containsExactly("2025-01-01");
    }
}
