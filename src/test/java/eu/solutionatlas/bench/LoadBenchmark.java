package eu.solutionatlas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Loading with validation and journal, beside reading the same file into TDB2 and nothing else. */
final class LoadBenchmark {
    private static final int ROUNDS = 3;

    private LoadBenchmark() {}

    /** @return the data directory of the last validated load */
    static Path run(Path work, Path file, Results results) throws IOException {
        Path ours = work.resolve("hub");
        Path plain = work.resolve("plain");
        Map<String, DoubleSupplier> measures = new LinkedHashMap<>();
        measures.put("plain", () -> seconds(work, PlainLoad.class, file, plain));
        measures.put("validated", () -> seconds(work, ValidatedLoad.class, file, ours));
        Rounds rounds = Rounds.of(ROUNDS, measures);
        results.table("Load", "what", "fastest", "median", "on disk");
        results.row(
                "plain TDB2 transaction",
                Results.number(rounds.min("plain")) + " s",
                Results.number(rounds.median("plain")) + " s",
                mebibytes(plain));
        results.row(
                "load with validation and journal",
                Results.number(rounds.min("validated")) + " s",
                Results.number(rounds.median("validated")) + " s",
                mebibytes(ours.resolve("store")) + " and journal " + mebibytes(ours.resolve("journal")));
        results.atMost(
                "load with validation ÷ plain transaction, heap 512 MB", rounds.ratio("validated", "plain"), "", 1.5);
        return ours;
    }

    private static double seconds(Path work, Class<?> main, Path file, Path directory) {
        try {
            delete(directory);
            try (ChildJvm child =
                    ChildJvm.start(work, Benchmark.JAVA_OPTIONS, main, file.toString(), directory.toString())) {
                return child.hearNumber("millis") / 1000.0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String mebibytes(Path directory) throws IOException {
        Process du = new ProcessBuilder("du", "-sk", directory.toString()).start();
        String size = new String(du.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return Math.ceilDiv(Long.parseLong(size.split("\\s", 2)[0]), 1024) + " MiB";
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
