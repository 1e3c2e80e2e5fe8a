package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Frame;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** Draws results that have a column of numbers and one to name them. */
final class Charts {
    /** Bars that the eye can still compare. */
    private static final int MAX_BARS = 100;

    private static final int MAX_CHARTS = 4;
    private static final double WHOLE = 100;

    /** 2^53: beyond it not every whole number is a double. */
    private static final double EXACT = 9_007_199_254_740_992d;

    private Charts() {}

    /**
     * A chart for each column of numbers.
     *
     * @param cell shows a value
     */
    static List<BarChart> of(Shown shown, Function<Optional<Node>, ResultPage.Cell> cell, Frame frame) {
        List<Integer> numbers = shown.numbers();
        Optional<Integer> label = label(shown, numbers);
        return label.map(naming -> numbers.stream()
                        .filter(column -> !column.equals(naming))
                        .limit(MAX_CHARTS)
                        .map(column -> chart(shown, naming, column, cell, frame))
                        .toList())
                .orElse(List.of());
    }

    /** The first column of texts; without any, the first that has no numbers; and of numbers alone, the first. */
    private static Optional<Integer> label(Shown shown, List<Integer> numbers) {
        List<Integer> others = IntStream.range(0, shown.columns().size())
                .boxed()
                .filter(column -> !numbers.contains(column))
                .toList();
        return Stream.of(
                        others.stream()
                                .filter(column -> shown.values(column).stream().anyMatch(Node::isLiteral)),
                        others.stream(),
                        numbers.stream())
                .flatMap(columns -> columns)
                .findFirst();
    }

    private static BarChart chart(
            Shown shown, int label, int column, Function<Optional<Node>, ResultPage.Cell> cell, Frame frame) {
        List<List<Optional<Node>>> rows = shown.rows().stream().limit(MAX_BARS).toList();
        double least = Math.min(0, values(rows, column).min(Double::compare).orElse(0d));
        double most = Math.max(0, values(rows, column).max(Double::compare).orElse(0d));
        // Divided by the largest first: the sum of two doubles need not be one.
        double unit = Math.max(Math.max(-least, most), Double.MIN_NORMAL);
        double span = most > least ? most / unit - least / unit : 1;
        List<BarChart.Bar> bars = rows.stream()
                .map(row -> {
                    Optional<Node> value = row.get(column);
                    double number = value.map(Shown::number).orElse(0d);
                    return new BarChart.Bar(
                            cell.apply(row.get(label)),
                            value.map(node -> words(node, frame)).orElse(""),
                            percent((Math.min(0, number) / unit - least / unit) / span),
                            percent(Math.abs(number) / unit / span));
                })
                .toList();
        return new BarChart(
                shown.columns().get(label),
                shown.columns().get(column),
                bars,
                shown.rows().size() - rows.size(),
                shown.more());
    }

    private static Stream<Double> values(List<List<Optional<Node>>> rows, int column) {
        return rows.stream().flatMap(row -> row.get(column).stream()).map(Shown::number);
    }

    /** Whole numbers as the reader writes them; others as the result has them, to the last digit. */
    private static String words(Node value, Frame frame) {
        double number = Shown.number(value);
        return Shown.isWhole(value) && Math.abs(number) < EXACT
                ? frame.number((long) number)
                : value.getLiteralLexicalForm();
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f%%", WHOLE * part);
    }
}
