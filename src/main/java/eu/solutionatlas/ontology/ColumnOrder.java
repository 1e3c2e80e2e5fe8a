package eu.solutionatlas.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The best order of a few things: by trying all, or where they are too many, by putting each where it costs least. */
final class ColumnOrder<T> {
    /** So many have 5,040 orders. */
    private static final int ALL_TRIED = 7;

    private final List<T> things;
    private final ToDoubleFunction<List<T>> cost;
    private List<T> best;
    private double bestCost = Double.POSITIVE_INFINITY;

    /** @param cost of an order; of some of the things as well as of all */
    ColumnOrder(List<T> things, ToDoubleFunction<List<T>> cost) {
        this.things = List.copyOf(things);
        this.cost = cost;
        this.best = this.things;
    }

    List<T> best() {
        if (things.size() > ALL_TRIED) {
            return oneByOne();
        }
        extend(List.of());
        return best;
    }

    private void extend(List<T> begun) {
        if (begun.size() == things.size()) {
            double found = cost.applyAsDouble(begun);
            if (found < bestCost) {
                bestCost = found;
                best = begun;
            }
            return;
        }
        things.stream().filter(one -> !begun.contains(one)).forEach(one -> extend(with(begun, begun.size(), one)));
    }

    private List<T> oneByOne() {
        List<T> order = List.of();
        for (T one : things) {
            List<T> next = with(order, 0, one);
            double least = cost.applyAsDouble(next);
            for (int at = 1; at <= order.size(); at++) {
                List<T> tried = with(order, at, one);
                double found = cost.applyAsDouble(tried);
                if (found < least) {
                    least = found;
                    next = tried;
                }
            }
            order = next;
        }
        return order;
    }

    private static <T> List<T> with(List<T> order, int at, T one) {
        List<T> more = new ArrayList<>(order);
        more.add(at, one);
        return List.copyOf(more);
    }
}
