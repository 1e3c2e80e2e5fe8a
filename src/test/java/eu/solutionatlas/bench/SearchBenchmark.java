package eu.solutionatlas.bench;

import eu.solutionatlas.BenchmarkHub;
import eu.solutionatlas.BenchmarkIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Lists, search, suggestions and pages at three sizes of the catalogue, and the index that they stand on. */
final class SearchBenchmark {
    private static final int SMALL = 20_000;
    private static final int LARGE = 200_000;
    private static final int CHANGES = 10;
    private static final double LONGEST_MILLIS = 50;
    private static final double LONGEST_AFTER_CHANGE = 300;
    private static final double FOLLOWED_MILLIS = 500;
    private static final int MOST_WAITING = 300;

    private SearchBenchmark() {}

    static void run(Path work, Results results) throws IOException {
        measure(SearchCatalogue.real(work), SearchQuestions.real(), results);
        measure(SearchCatalogue.generated(work, SMALL), SearchQuestions.generated(SMALL), results);
        measure(SearchCatalogue.generated(work, LARGE), SearchQuestions.generated(LARGE), results);
    }

    private static void measure(SearchCatalogue catalogue, SearchQuestions questions, Results results)
            throws IOException {
        double built = catalogue.index(Benchmark.JAVA_OPTIONS, BenchmarkIndex.class);
        try (ChildJvm child = ChildJvm.start(
                catalogue.directory(),
                Benchmark.JAVA_OPTIONS,
                BenchmarkHub.class,
                catalogue.hub().toString())) {
            int port = Math.toIntExact(child.hearNumber("port"));
            try (KeptConnection connection = new KeptConnection(port)) {
                warmUp(connection, questions);
                Times changed = changes(child, connection, questions);
                results.table(
                        "Search index of " + catalogue.name(),
                        "made in",
                        "on disk",
                        "first list after a change",
                        "slowest of " + CHANGES);
                results.row(
                        Results.number(built) + " s",
                        LoadBenchmark.mebibytes(catalogue.hub().resolve("search")),
                        Results.number(changed.part(0.5)) + " ms",
                        Results.number(changed.part(1)) + " ms");
                settle(connection, questions);
                double slowest = lines(connection, catalogue, questions, results);
                if (catalogue.solutions() == LARGE) {
                    results.atMost("slowest p95 of a list, 200,000 solutions", slowest, " ms", LONGEST_MILLIS);
                    results.atMost(
                            "first list after a change, 200,000 solutions, median",
                            changed.part(0.5),
                            " ms",
                            LONGEST_AFTER_CHANGE);
                    change(child, connection, questions);
                    ResultSizes.measure(port, questions, results);
                }
            }
        }
    }

    /** The first list after each of some changes. */
    private static Times changes(ChildJvm child, KeptConnection connection, SearchQuestions questions)
            throws IOException {
        Times changed = new Times();
        for (int i = 0; i < CHANGES; i++) {
            child.tell("touch " + questions.document());
            child.hear("version");
            changed.time(connection, questions.first("de"));
        }
        return changed;
    }

    /** Asks until the index has followed the changes: while it has not, each list waits for it a second. */
    private static void settle(KeptConnection connection, SearchQuestions questions) throws IOException {
        for (int i = 0; i < MOST_WAITING; i++) {
            Times times = new Times();
            times.time(connection, questions.first("de"));
            if (times.part(1) < FOLLOWED_MILLIS) {
                return;
            }
        }
        throw new IOException("the search index did not follow the changes");
    }

    /** So that nothing is kept of the answers so far; then asks for what all lists share. */
    private static void change(ChildJvm child, KeptConnection connection, SearchQuestions questions)
            throws IOException {
        child.tell("touch " + questions.document());
        child.hear("version");
        settle(connection, questions);
        for (String order : List.of("", "?sort=newest")) {
            connection.ask(SearchQuestions.request("/solution" + order, "de"));
        }
    }

    /** In other languages: the answers that are measured are nobody's second. */
    private static void warmUp(KeptConnection connection, SearchQuestions questions) throws IOException {
        for (String language : List.of("en", "pl", "cs")) {
            for (SearchQuestions.Line line : questions.lines()) {
                for (String target : line.targets()) {
                    connection.ask(SearchQuestions.request(target, language));
                }
            }
        }
    }

    /** @return the slowest p95 of a list */
    private static double lines(
            KeptConnection connection, SearchCatalogue catalogue, SearchQuestions questions, Results results)
            throws IOException {
        results.table(
                "Lists, search, suggestions and pages, " + catalogue.name(),
                "what",
                "different answers",
                "p50",
                "p95",
                "slowest");
        double slowest = 0;
        for (SearchQuestions.Line line : questions.lines()) {
            Times times = new Times();
            int status = 200;
            for (String target : line.targets()) {
                status = Math.max(status, times.time(connection, SearchQuestions.request(target, "de")));
            }
            if (status != 200) {
                results.row(line.name(), "answered " + status, "", "", "");
                continue;
            }
            results.row(
                    line.name(),
                    Integer.toString(line.targets().size()),
                    Results.number(times.part(0.5)) + " ms",
                    Results.number(times.part(0.95)) + " ms",
                    Results.number(times.part(1)) + " ms");
            slowest = line.isList() ? Math.max(slowest, times.part(0.95)) : slowest;
        }
        return slowest;
    }
}
