package eu.solutionatlas.sparql;

import java.util.List;

/**
 * One column of numbers as bars, in a table that has the numbers as well.
 *
 * @param labelled the column that names the bars
 * @param measured the column that gives their lengths
 * @param more rows that have no bar
 * @param cut whether there are rows beyond those, which are not on the page
 */
public record BarChart(String labelled, String measured, List<Bar> bars, int more, boolean cut) {
    /**
     * One row.
     *
     * @param number as its reader writes it; empty for none
     * @param from where the bar begins, and
     * @param width how long it is, both as SVG has lengths, in per cent of the room
     */
    public record Bar(ResultPage.Cell label, String number, String from, String width) {}
}
