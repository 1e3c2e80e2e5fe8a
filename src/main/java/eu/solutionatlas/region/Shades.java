package eu.solutionatlas.region;

import eu.solutionatlas.web.TileMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Sorts numbers into shades: none, and up to four ranges with round ends that hold about equally many of the numbers.
 *
 * @param ends the last number of each shade, the lightest first; shade 0 is for 0 alone
 */
record Shades(List<Integer> ends) {
    private static final int MOST = 4;

    /** What round ends may be, up to a power of ten, in tenths. */
    private static final int[] ROUND = {10, 15, 20, 30, 50};

    static Shades of(Collection<Integer> counts) {
        List<Integer> some = counts.stream().filter(count -> count > 0).sorted().toList();
        List<Integer> ends = new ArrayList<>(List.of(0));
        if (!some.isEmpty()) {
            int largest = some.getLast();
            for (int quarter = 1; quarter < MOST; quarter++) {
                int quartile = some.get((some.size() - 1) * quarter / MOST);
                int end = roundUp(Math.max(quartile, ends.getLast() + 1));
                // What is left for the shade above must be worth one.
                if (end + end / 5 < largest) {
                    ends.add(end);
                }
            }
            ends.add(largest);
        }
        return new Shades(List.copyOf(ends));
    }

    /** The next number of 1, 2, 3, 5, 10, 15, 20, 30, 50, 100… */
    private static int roundUp(int number) {
        for (long power = 1; power <= 1_000_000_000; power *= 10) {
            for (int tenths : ROUND) {
                long round = tenths * power / 10;
                if (number <= round) {
                    return (int) Math.min(round, Integer.MAX_VALUE);
                }
            }
        }
        return number;
    }

    int of(int count) {
        for (int shade = 0; shade < ends.size(); shade++) {
            if (count <= ends.get(shade)) {
                return shade;
            }
        }
        return ends.size() - 1;
    }

    List<TileMap.Range> legend() {
        List<TileMap.Range> legend = new ArrayList<>(List.of(new TileMap.Range(0, 0, 0)));
        for (int shade = 1; shade < ends.size(); shade++) {
            legend.add(new TileMap.Range(shade, ends.get(shade - 1) + 1, ends.get(shade)));
        }
        return List.copyOf(legend);
    }
}
