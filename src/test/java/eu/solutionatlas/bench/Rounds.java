package eu.solutionatlas.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Measures things in turn, round by round, so that what disturbs the machine disturbs them alike. */
final class Rounds {
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    private Rounds() {}

    /** @param measures each by its name */
    static Rounds of(int rounds, Map<String, DoubleSupplier> measures) {
        Rounds result = new Rounds();
        for (int round = 0; round < rounds; round++) {
            measures.forEach((name, measure) -> result.measured
                    .computeIfAbsent(name, none -> new ArrayList<>())
                    .add(measure.getAsDouble()));
        }
        return result;
    }

    double median(String name) {
        return median(values(name));
    }

    double min(String name) {
        return values(name).stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** The median over the rounds of one thing divided by another of the same round. */
    double ratio(String name, String by) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values(name).size(); i++) {
            ratios.add(values(name).get(i) / values(by).get(i));
        }
        return median(ratios);
    }

    private List<Double> values(String name) {
        return measured.getOrDefault(name, List.of());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
