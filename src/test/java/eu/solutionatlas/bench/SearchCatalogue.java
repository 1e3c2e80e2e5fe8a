package eu.solutionatlas.bench;

import eu.solutionatlas.support.GeneratedCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A catalogue of some size in a data directory of its own. */
record SearchCatalogue(String name, int solutions, Path directory) {
    /** The real one, as it is in the repository. */
    static SearchCatalogue real(Path work) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("data", "solution"))) {
            int solutions = Math.toIntExact(entries.count());
            return new SearchCatalogue(solutions + " solutions (the real ones)", solutions, work.resolve("search-real"))
                    .loadedFrom(Path.of("data").toAbsolutePath());
        }
    }

    static SearchCatalogue generated(Path work, int solutions) throws IOException {
        Path directory = Files.createDirectories(work.resolve("search-" + solutions));
        Path file = directory.resolve("catalogue.nq");
        long quads = GeneratedCatalogue.write(file, Benchmark.IRIS, solutions, Benchmark.SEED);
        SearchCatalogue loaded = new SearchCatalogue(
                        String.format(Locale.ROOT, "%,d solutions, %,d triples", solutions, quads),
                        solutions,
                        directory)
                .loadedFrom(file);
        Files.delete(file);
        return loaded;
    }

    private SearchCatalogue loadedFrom(Path source) throws IOException {
        LoadBenchmark.delete(hub());
        try (ChildJvm child = ChildJvm.start(
                directory, Benchmark.JAVA_OPTIONS, ValidatedLoad.class, source.toString(), hub().toString())) {
            child.hear("millis");
        }
        return this;
    }

    /** The data directory of the hub. */
    Path hub() {
        return directory.resolve("hub");
    }

    /** Makes the search index; the seconds that it took. */
    double index(List<String> options, Class<?> main) throws IOException {
        LoadBenchmark.delete(hub().resolve("search"));
        try (ChildJvm child = ChildJvm.start(directory, options, main, hub().toString())) {
            return child.hearNumber("millis") / 1000.0;
        }
    }
}
