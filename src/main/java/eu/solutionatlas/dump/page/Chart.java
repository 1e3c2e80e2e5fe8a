package eu.solutionatlas.dump.page;

import java.util.List;

/**
 * A drawing of numbers, in units of which {@value #WIDTH} are its width. All of it is said in a table beside it as well.
 *
 * @param height of the drawing
 * @param bars to be drawn, in the order in which they are read
 * @param upright whether the bars stand on a common ground, rather than one below the other
 */
public record Chart(int height, List<Bar> bars, boolean upright) {
    /** How wide a chart is: as a small screen, so that letters are no smaller there than elsewhere. */
    public static final int WIDTH = 320;

    /**
     * A bar.
     *
     * @param label what it stands for, shortened where there is no room; empty where others say it
     * @param value its number; -1 where there is no room for it
     * @param x of its left edge
     * @param y of its upper edge
     */
    public record Bar(String label, long value, int x, int y, int width, int height) {
        /** The middle of it. */
        public int middle() {
            return x + width / 2;
        }

        /** Its right edge. */
        public int right() {
            return x + width;
        }
    }

    public Chart {
        bars = List.copyOf(bars);
    }
}
