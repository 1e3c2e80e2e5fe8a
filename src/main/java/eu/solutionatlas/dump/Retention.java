package eu.solutionatlas.dump;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which sets have had their time. What was cited must be there for long, but not every day of it. */
final class Retention {
    private Retention() {}

    /**
     * The sets to be removed: those older than some days, but neither the last of a month nor the newest.
     *
     * @param newestFirst all that there are
     */
    static List<DumpSet> expired(List<DumpSet> newestFirst, int keepDays, Instant now) {
        Map<YearMonth, DumpId> lastOfMonth = new HashMap<>();
        newestFirst.forEach(
                set -> lastOfMonth.putIfAbsent(YearMonth.from(set.id().date()), set.id()));
        Instant oldest = now.minus(keepDays, ChronoUnit.DAYS);
        return newestFirst.stream()
                .skip(1)
                .filter(set -> set.written().isBefore(oldest))
                .filter(set ->
                        !set.id().equals(lastOfMonth.get(YearMonth.from(set.id().date()))))
                .toList();
    }
}
