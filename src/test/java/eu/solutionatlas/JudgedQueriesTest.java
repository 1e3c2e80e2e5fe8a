package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Progress;
import eu.solutionatlas.network.HubStatuses;
import eu.solutionatlas.search.Answer;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.search.Question;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.web.Responder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How well the search finds what people look for, over the real data: queries that were judged by hand, and one figure
 * that the build prints, so that a change of the ranking is seen. The limits are a little below what was measured.
 */
class JudgedQueriesTest {
    private static final int CUT = 10;
    private static final double LEAST_QUALITY = 0.92;

    private record Judged(String language, String kind, String query, Map<String, Integer> grades) {
        static Judged of(String line) {
            String[] parts = line.split("\t");
            Map<String, Integer> grades = new HashMap<>();
            for (String entry : parts[3].split(" ")) {
                int colon = entry.indexOf(':');
                grades.put(entry.substring(0, colon), Integer.valueOf(entry.substring(colon + 1)));
            }
            return new Judged(parts[0], parts[1], parts[2], grades);
        }
    }

    @TempDir
    static Path directory;

    private static Store store;
    private static Pages pages;
    private static List<Judged> queries;

    @BeforeAll
    static void open() throws IOException {
        store = TemporaryStore.create(Clock.systemUTC());
        Loader.publishVocabularies(store);
        new Loader(TestAtlas.IRIS, Shapes.published()).load(store, "test", List.of(Path.of("data")), Progress.NONE);
        pages = new Pages(
                store,
                TestAtlas.IRIS,
                new Responder(TestAtlas.IRIS, store::version, 1),
                directory,
                Optional.empty(),
                HubStatuses.NONE);
        pages.search().catchUp();
        queries = Files.readAllLines(Path.of("src/test/resources/eu/solutionatlas/judged-queries.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Judged::of)
                .toList();
    }

    @AfterAll
    static void close() {
        pages.close();
        store.close();
    }

    private static Answer ask(Judged judged) {
        try (Session session = pages.search().session()) {
            return session.answer(
                    new Question(judged.kind(), judged.query(), judged.language(), Map.of(), Question.Order.BEST),
                    0,
                    CUT);
        }
    }

    /** Normalised discounted cumulative gain of the first ten: 1 when the best stand first, in the order of their grades. */
    private static double quality(Judged judged, List<Hit> hits) {
        double gain = 0;
        for (int i = 0; i < hits.size(); i++) {
            String slug = hits.get(i).thing().getURI().replaceFirst(".*/", "");
            gain += discounted(judged.grades().getOrDefault(slug, 0), i);
        }
        List<Integer> best = judged.grades().values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(CUT)
                .toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) {
            ideal += discounted(best.get(i), i);
        }
        return gain / ideal;
    }

    private static double discounted(int grade, int position) {
        return (Math.pow(2, grade) - 1) / (Math.log(position + 2) / Math.log(2));
    }

    @Test
    void quality_overAllQueries_isAsGoodAsItWas() {
        double sum = 0;
        int empty = 0;
        StringBuilder table = new StringBuilder();
        for (Judged judged : queries) {
            Answer answer = ask(judged);
            double quality = quality(judged, answer.hits());
            sum += quality;
            empty += answer.total() == 0 ? 1 : 0;
            table.append(String.format(
                    Locale.ROOT,
                    "%.2f %s %s%s%n",
                    quality,
                    judged.language(),
                    judged.query(),
                    answer.loosened() ? " (loosened)" : ""));
        }
        double mean = sum / queries.size();
        System.out.printf(
                Locale.ROOT,
                "Search: nDCG@%d %.3f over %d judged queries, %d without a result%n%s",
                CUT,
                mean,
                queries.size(),
                empty,
                System.getProperty("judged.verbose") == null ? "" : table);

        assertThat(queries).hasSizeGreaterThanOrEqualTo(40);
        assertThat(mean).as(table.toString()).isGreaterThan(LEAST_QUALITY);
        assertThat(empty).as(table.toString()).isZero();
    }
}
