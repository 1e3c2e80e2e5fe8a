package eu.solutionatlas.ontology;

import eu.solutionatlas.rdf.Label;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** Lines between boxes. */
final class Lines {
    private static final int ROW = 18;

    private Lines() {}

    /**
     * To a more general class: straight up where that stands right above, else around the left of what is between.
     *
     * @param aside how far left of the boxes
     */
    static Diagram.Line up(Diagram.Box from, Diagram.Box to, int aside) {
        int middle = from.x() + from.width() / 2;
        boolean near = from.x() == to.x() && from.y() - to.y() - to.height() <= 3 * ROW;
        if (near) {
            return new Diagram.Line(path(middle, from.y(), middle, to.y() + to.height()), true, List.of(), 0);
        }
        int left = Math.min(from.x(), to.x()) - aside;
        String path = "M" + from.x() + " " + (from.y() + ROW) + "H" + left + "V" + (to.y() + to.height() - ROW) + "H"
                + to.x();
        return new Diagram.Line(path, true, List.of(), 0);
    }

    /**
     * For properties that lead from one class to another, or back to the same.
     *
     * @param loop how far a line goes that comes back
     */
    static Diagram.Line across(Diagram.Box from, Diagram.Box to, List<Label> names, int loop) {
        if (from.equals(to)) {
            int right = from.x() + from.width();
            int top = from.y() + ROW / 2;
            String path = "M" + right + " " + top + "H" + (right + loop) + "V" + (top + 2 * ROW) + "H" + right;
            return new Diagram.Line(path, false, rows(names, top - ROW / 3), right + loop);
        }
        Line2D line = between(from, to);
        int x = (int) Math.round((line.getX1() + line.getX2()) / 2);
        int y = (int) Math.round((line.getY1() + line.getY2()) / 2);
        return new Diagram.Line(
                path((int) line.getX1(), (int) line.getY1(), (int) line.getX2(), (int) line.getY2()),
                false,
                rows(names, y - ROW * (names.size() - 1) / 2 - ROW / 3),
                x);
    }

    private static List<Diagram.Row> rows(List<Label> names, int firstBaseline) {
        List<Diagram.Row> rows = new ArrayList<>();
        names.forEach(name -> rows.add(new Diagram.Row(firstBaseline + ROW * rows.size(), name, "")));
        return rows;
    }

    /** From the middle of one side to the middle of the other. */
    private static Line2D between(Diagram.Box from, Diagram.Box to) {
        boolean right = to.x() > from.x();
        return new Line2D.Double(
                right ? from.x() + from.width() : from.x(),
                from.y() + from.height() / 2,
                right ? to.x() : to.x() + to.width(),
                to.y() + to.height() / 2);
    }

    static double length(Diagram.Box from, Diagram.Box to) {
        Line2D line = between(from, to);
        return Math.hypot(line.getX1() - line.getX2(), line.getY1() - line.getY2());
    }

    static boolean crosses(Diagram.Box from, Diagram.Box to, Diagram.Box box) {
        return between(from, to).intersects(box.x(), box.y(), box.width(), box.height());
    }

    private static String path(int x1, int y1, int x2, int y2) {
        return "M" + x1 + " " + y1 + "L" + x2 + " " + y2;
    }
}
