package eu.solutionatlas.sparql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Sorts numbers of any kind into shades, 1 to 4, that have about equally many different numbers each.
 *
 * @param ranges the least and the largest number of each shade, the lightest first
 */
record ValueShades(List<Range> ranges) {
    private static final int MOST = 4;

    /** From one number to another, both among those that were sorted. */
    record Range(BigDecimal from, BigDecimal to) {}

    static ValueShades of(Collection<BigDecimal> numbers) {
        // Not by distinct(): 1 and 1.0 are one number.
        List<BigDecimal> sorted = new ArrayList<>();
        numbers.stream().sorted().forEach(number -> {
            if (sorted.isEmpty() || sorted.getLast().compareTo(number) != 0) {
                sorted.add(number);
            }
        });
        int shades = Math.min(MOST, sorted.size());
        List<Range> ranges = new ArrayList<>();
        for (int shade = 0; shade < shades; shade++) {
            int from = shade * sorted.size() / shades;
            int next = (shade + 1) * sorted.size() / shades;
            ranges.add(new Range(sorted.get(from), sorted.get(next - 1)));
        }
        return new ValueShades(List.copyOf(ranges));
    }

    /** The shade of one of the numbers. */
    int of(BigDecimal number) {
        for (int shade = 1; shade < ranges.size(); shade++) {
            if (number.compareTo(ranges.get(shade - 1).to()) <= 0) {
                return shade;
            }
        }
        return ranges.size();
    }
}
