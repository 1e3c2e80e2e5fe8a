package eu.solutionatlas.dump.page;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Draws numbers as bars. */
final class Charts {
    private static final int LINE = 16;
    private static final int BAR = 12;
    private static final int ROW = LINE + BAR + 10;
    /** What a value to the right of the longest bar needs. */
    private static final int VALUE = 44;
    /** About so many letters are in a line. */
    private static final int LETTERS = 46;

    private static final int COLUMNS_HEIGHT = 150;
    private static final int FOOT = 18;
    private static final int HEAD = 14;
    /** With more columns than this, numbers above them would touch. */
    private static final int NUMBERED = 30;

    private static final int YEARS_NAMED = 7;

    private Charts() {}

    /** A label with its number. */
    record Row(String label, long value) {}

    /** Bars that lie one below the other, each under its label. */
    static Chart lying(List<Row> rows) {
        long longest = rows.stream().mapToLong(Row::value).max().orElse(1);
        List<Chart.Bar> bars = new ArrayList<>();
        for (Row row : rows) {
            int top = bars.size() * ROW;
            int width = length(row.value(), longest, Chart.WIDTH - VALUE);
            bars.add(new Chart.Bar(shortened(row.label(), LETTERS), row.value(), 0, top + LINE, width, BAR));
        }
        return new Chart(Math.max(ROW, rows.size() * ROW), bars, false);
    }

    /** Columns that stand beside one another, one for each year from the first to the last. */
    static Chart standing(SortedMap<Integer, Long> years) {
        int first = years.firstKey();
        int count = years.lastKey() - first + 1;
        long highest = years.values().stream().mapToLong(Long::longValue).max().orElse(1);
        int room = COLUMNS_HEIGHT - HEAD - FOOT;
        int step = (count + YEARS_NAMED - 1) / YEARS_NAMED;
        List<Chart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long value = years.getOrDefault(first + i, 0L);
            int left = i * Chart.WIDTH / count;
            int width = Math.max(1, (i + 1) * Chart.WIDTH / count - left - 2);
            int height = length(value, highest, room);
            bars.add(new Chart.Bar(
                    i % step == 0 ? Integer.toString(first + i) : "",
                    count <= NUMBERED && value > 0 ? value : -1,
                    left + 1,
                    HEAD + room - height,
                    width,
                    height));
        }
        return new Chart(COLUMNS_HEIGHT, bars, true);
    }

    /** What is there is seen, however little it is. */
    private static int length(long value, long most, int room) {
        return value == 0 ? 0 : (int) Math.max(1, Math.round((double) value * room / Math.max(1, most)));
    }

    /** A text of at most so many letters, with an ellipsis where some are left out. */
    static String shortened(String text, int letters) {
        if (text.codePointCount(0, text.length()) <= letters) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, letters - 1)).strip() + "…";
    }
}
