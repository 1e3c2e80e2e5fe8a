package eu.solutionatlas.bench;

import eu.solutionatlas.load.LoadOutcome;
import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Progress;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreSettings;
import eu.solutionatlas.store.TdbStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Loads a file or directory into a new data directory the way the hub does. Says {@code millis N}. The base IRI follows
 * if it is another than the benchmark's.
 */
final class ValidatedLoad {
    private ValidatedLoad() {}

    public static void main(String[] arguments) {
        Iris iris = arguments.length > 2 ? new Iris(arguments[2]) : Benchmark.IRIS;
        Loader loader = new Loader(iris, Shapes.published());
        try (Store store =
                TdbStore.open(Path.of(arguments[1]), Clock.systemUTC(), StoreSettings.from(new Settings(Map.of())))) {
            long start = System.nanoTime();
            LoadOutcome outcome = loader.load(store, "benchmark", List.of(Path.of(arguments[0])), Progress.NONE);
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (outcome instanceof LoadOutcome.Rejected rejected) {
                throw new IllegalStateException(
                        "rejected: " + rejected.report().findings().getFirst());
            }
            Loader.publishVocabularies(store);
            System.out.println("millis " + millis);
        }
    }
}
