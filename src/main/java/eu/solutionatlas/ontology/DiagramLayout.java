package eu.solutionatlas.ontology;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Prefixes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Places classes for a picture. What is more general stands above what is less so, in one column; columns are put in that
 * order in which the lines between them are shortest and run through no box.
 */
final class DiagramLayout {
    private static final int MARGIN = 12;
    private static final int LETTER = 8;
    private static final int PADDING = 12;
    private static final int LEAST_WIDTH = 150;
    private static final int HEAD = 48;
    private static final int ROW = 20;
    private static final int BETWEEN_ROWS = 44;
    /** Room for the names of properties. */
    private static final int BETWEEN_COLUMNS = 124;

    /** Room beside a column that no line leaves. */
    private static final int BESIDE = 44;

    /** Room beside a box for a line that comes back to it. */
    private static final int LOOP = 34;

    private final ClassModel model;
    private final Map<Node, Diagram.Box> placed = new LinkedHashMap<>();

    private DiagramLayout(ClassModel model) {
        this.model = model;
    }

    static Diagram of(ClassModel model) {
        return new DiagramLayout(model).draw();
    }

    private Diagram draw() {
        place(order(columns()));
        List<Diagram.Line> lines = new ArrayList<>();
        model.classes().forEach(one -> model.above(one).forEach(above -> lines.add(up(placed(one), placed(above)))));
        Map<List<Node>, List<Label>> names = new LinkedHashMap<>();
        model.links()
                .forEach(link -> names.computeIfAbsent(List.of(link.from(), link.to()), ends -> new ArrayList<>())
                        .add(link.label()));
        names.forEach((ends, labels) ->
                lines.add(Lines.across(placed(ends.getFirst()), placed(ends.getLast()), labels, LOOP)));
        int right = placed.values().stream()
                .mapToInt(box -> box.x() + box.width())
                .max()
                .orElse(0);
        int bottom = placed.values().stream()
                .mapToInt(box -> box.y() + box.height())
                .max()
                .orElse(0);
        return new Diagram(
                right + MARGIN + LOOP, bottom + MARGIN, List.copyOf(placed.values()), lines, model.inWords());
    }

    private Diagram.Box placed(Node one) {
        Diagram.Box box = placed.get(one);
        if (box == null) {
            throw new IllegalStateException("not placed: " + one);
        }
        return box;
    }

    /** Classes that are related by being more or less general, the most general first. */
    private static final class Column {
        private final List<Node> classes = new ArrayList<>();
        private int width = LEAST_WIDTH;
    }

    private List<Column> columns() {
        Map<Node, List<Node>> below = new HashMap<>();
        model.classes()
                .forEach(one -> model.above(one)
                        .forEach(above -> below.computeIfAbsent(above, unused -> new ArrayList<>())
                                .add(one)));
        List<Column> columns = new ArrayList<>();
        Set<Node> taken = new HashSet<>();
        Stream<Node> tops =
                model.classes().stream().filter(one -> model.above(one).isEmpty());
        // After those below a top come those that are below one another in a circle.
        Stream.concat(tops, model.classes().stream()).forEach(top -> {
            Column column = new Column();
            descend(top, below, taken, column);
            if (!column.classes.isEmpty()) {
                columns.add(column);
            }
        });
        return columns;
    }

    private void descend(Node one, Map<Node, List<Node>> below, Set<Node> taken, Column column) {
        if (!taken.add(one)) {
            return; // below two others, and placed under the first
        }
        column.classes.add(one);
        column.width = Math.max(column.width, width(one));
        below.getOrDefault(one, List.of()).forEach(next -> descend(next, below, taken, column));
    }

    private int width(Node one) {
        Stream<Integer> rows = model.valuesOf(one).stream()
                .map(link -> link.label().text().length()
                        + Prefixes.shorten(link.to().getURI()).length()
                        + 3);
        int letters = Stream.concat(
                        rows,
                        Stream.of(
                                Prefixes.shorten(one.getURI()).length(),
                                model.name(one)
                                        .map(label -> label.text().length())
                                        .orElse(0)))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return letters * LETTER + 2 * PADDING;
    }

    private void place(List<Column> order) {
        int x = MARGIN;
        for (int i = 0; i < order.size(); i++) {
            Column column = order.get(i);
            place(column, x);
            boolean between = i + 1 < order.size() && isJoined(column) && isJoined(order.get(i + 1));
            x += column.width + (between ? BETWEEN_COLUMNS : BESIDE) + (loops(column) ? 2 * LOOP : 0);
        }
    }

    private boolean loops(Column column) {
        return model.links().stream()
                .anyMatch(link -> link.from().equals(link.to()) && column.classes.contains(link.from()));
    }

    private void place(Column column, int x) {
        int y = MARGIN;
        for (Node one : column.classes) {
            Diagram.Box box = box(one, x, y, column.width);
            placed.put(one, box);
            y += box.height() + BETWEEN_ROWS;
        }
    }

    private int height(Column column) {
        return column.classes.stream().mapToInt(this::height).sum() + BETWEEN_ROWS * (column.classes.size() - 1);
    }

    private int height(Node one) {
        int rows = model.valuesOf(one).size();
        return HEAD + (rows == 0 ? 0 : ROW * rows + PADDING / 2);
    }

    private Diagram.Box box(Node one, int x, int y, int width) {
        List<Diagram.Row> rows = new ArrayList<>();
        for (ClassModel.Link value : model.valuesOf(one)) {
            rows.add(new Diagram.Row(
                    y + HEAD + PADDING + ROW * rows.size() + ROW / 4,
                    value.label(),
                    Prefixes.shorten(value.to().getURI())));
        }
        Optional<Label> name = model.name(one);
        return new Diagram.Box(
                x, y, width, height(one), Prefixes.shorten(one.getURI()), name, ClassModel.isOwn(one), rows);
    }

    private static Diagram.Line up(Diagram.Box from, Diagram.Box to) {
        return Lines.up(from, to, MARGIN - 2);
    }

    /** The best order; those columns that no line leads to come last, one above the other where there is room. */
    private List<Column> order(List<Column> columns) {
        List<Column> joined = new ArrayList<>();
        List<Column> alone = new ArrayList<>();
        columns.forEach(column -> (isJoined(column) ? joined : alone).add(column));
        List<Column> best = new ArrayList<>(new ColumnOrder<>(joined, this::cost).best());
        best.addAll(stacked(alone, best.stream().mapToInt(this::height).max().orElse(0)));
        return best;
    }

    private List<Column> stacked(List<Column> columns, int room) {
        List<Column> stacked = new ArrayList<>();
        for (Column column : columns) {
            Column last = stacked.isEmpty() ? column : stacked.getLast();
            if (last != column && height(last) + BETWEEN_ROWS + height(column) <= room) {
                last.classes.addAll(column.classes);
                last.width = Math.max(last.width, column.width);
            } else {
                stacked.add(column);
            }
        }
        return stacked;
    }

    private boolean isJoined(Column column) {
        return model.links().stream()
                .anyMatch(link -> column.classes.contains(link.from()) != column.classes.contains(link.to()));
    }

    /** How bad an order is: the length of all lines, and much more for each box that one runs through. */
    private double cost(List<Column> order) {
        placed.clear();
        place(order);
        double cost = 0;
        for (ClassModel.Link link : model.links()) {
            Diagram.Box from = placed.get(link.from());
            Diagram.Box to = placed.get(link.to());
            if (from != null && to != null && !from.equals(to)) {
                cost += Lines.length(from, to);
                cost += 10_000.0
                        * placed.values().stream()
                                .filter(box -> !box.equals(from) && !box.equals(to) && Lines.crosses(from, to, box))
                                .count();
            }
        }
        placed.clear();
        return cost;
    }
}
