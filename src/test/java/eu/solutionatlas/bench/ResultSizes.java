package eu.solutionatlas.bench;

import eu.solutionatlas.support.GeneratedVocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** First pages of lists of ten results and of all, beside one another. */
final class ResultSizes {
    private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000, 100_000, 200_000);
    private static final int SMALL = 100;
    private static final int LARGE = 10_000;
    private static final int EACH = 12;
    private static final int PROBES = 1_500;
    private static final Pattern FOUND = Pattern.compile("class=\"found\" role=\"status\">([0-9,]+)");
    /** Every text has these. */
    private static final List<String> EVERYWHERE = List.of("service", "field", "service field");

    private static final int COLUMNS = EVERYWHERE.size();
    /** So many columns are of filters; new words have to be looked up in lists that are as long as what they find. */
    private static final int FILTERS = 2;

    private static final double MOST_GROWTH = 1.5;
    private static final double LONGEST_MILLIS = 50;

    private final int port;
    private final SearchQuestions questions;

    private ResultSizes(int port, SearchQuestions questions) {
        this.port = port;
        this.questions = questions;
    }

    /** Says whether lists by filters grow, and how long new words take at most. */
    static void measure(int port, SearchQuestions questions, Results results) throws IOException {
        List<double[]> rows = new ResultSizes(port, questions).table(results);
        results.atMost("list by filters, 10,000 results and more ÷ 100 results", growth(rows), "", MOST_GROWTH);
        double slowest = rows.stream()
                .mapToDouble(row -> Arrays.stream(row).max().orElseThrow())
                .max()
                .orElseThrow();
        results.atMost("first answer to new words or filters, slowest row and order", slowest, " ms", LONGEST_MILLIS);
    }

    private List<double[]> table(Results results) throws IOException {
        results.table(
                "Time by the number of results, " + String.format(Locale.ROOT, "%,d", questions.solutions())
                        + " solutions, median of first pages",
                "results, about",
                "filters, by title",
                "filters, newest first",
                "words, best first",
                "words, by title",
                "words, newest first");
        Map<Integer, List<String>> filters = filters();
        List<double[]> rows = new ArrayList<>();
        for (int size : SIZES) {
            List<String> filter = filters.getOrDefault(size, List.of());
            double[] row = {
                median(filter, "&sort=title"),
                median(filter, "&sort=newest"),
                median(words(size, 0), ""),
                median(words(size, 1), "&sort=title"),
                median(words(size, 2), "&sort=newest")
            };
            rows.add(row);
            results.row(
                    String.format(Locale.ROOT, "%,d", size),
                    cell(row[0]),
                    cell(row[1]),
                    cell(row[2]),
                    cell(row[3]),
                    cell(row[4]));
        }
        return rows;
    }

    private static String cell(double millis) {
        return Results.number(millis) + " ms";
    }

    /** Of the columns of filters, the largest ratio of a row of 10,000 results and more to that of 100. */
    private static double growth(List<double[]> rows) {
        double most = 0;
        double[] small = rows.get(SIZES.indexOf(SMALL));
        for (double[] large : rows.subList(SIZES.indexOf(LARGE), rows.size())) {
            for (int column = 0; column < FILTERS; column++) {
                most = Math.max(most, large[column] / small[column]);
            }
        }
        return most;
    }

    private double median(List<String> queries, String order) throws IOException {
        if (queries.isEmpty()) {
            throw new IOException("no filter lets through as many as one of the rows has");
        }
        Times times = new Times();
        // One of its own: the server closes a connection that waited while filters were looked for.
        try (KeptConnection connection = new KeptConnection(port)) {
            for (String query : queries) {
                int status = times.time(connection, SearchQuestions.request("/solution?" + query + order, "de"));
                if (status != 200) {
                    throw new IOException("status " + status + " of " + query);
                }
            }
        }
        return times.part(0.5);
    }

    /** Words that so many solutions have, other ones for each column, of which there are three. */
    private List<String> words(int size, int column) {
        if (size == questions.solutions()) {
            return List.of(SearchQuestions.words(EVERYWHERE.get(column)));
        }
        int rarity = questions.solutions() / size;
        return IntStream.range(0, Math.min(COLUMNS * EACH, GeneratedVocabulary.size(rarity)))
                .filter(n -> n % COLUMNS == column)
                .mapToObj(n -> SearchQuestions.words(GeneratedVocabulary.word(rarity, n, "en")))
                .toList();
    }

    /** Filters that so many solutions pass, give or take a third: found by asking in another language. */
    private Map<Integer, List<String>> filters() throws IOException {
        Map<Integer, List<String>> found = new LinkedHashMap<>();
        // All of them pass one filter only, so that its later pages stand for more.
        found.put(
                questions.solutions(),
                IntStream.rangeClosed(1, EACH)
                        .mapToObj(page -> "language=en&page=" + page)
                        .toList());
        for (String candidate : candidates()) {
            double count = count(candidate);
            for (int size : SIZES) {
                if (count > size * 2 / 3.0 && count < size * 4 / 3.0) {
                    List<String> others = new ArrayList<>(found.getOrDefault(size, List.of()));
                    if (others.size() < EACH && !others.contains(candidate)) {
                        others.add(candidate);
                        found.put(size, others);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> candidates() {
        List<String> themes = parameters("theme", SearchQuestions.concepts("theme"));
        List<String> regions = parameters("region", SearchQuestions.concepts("region"));
        List<String> status = parameters("status", SearchQuestions.concepts("status"));
        List<String> years = parameters(
                "year", IntStream.range(2012, 2024).mapToObj(Integer::toString).toList());
        List<String> languages = parameters("language", List.of("de", "pl", "cs"));
        List<String> single = new ArrayList<>();
        List.of(themes, regions, status, years, languages).forEach(single::addAll);
        Random random = new Random(Benchmark.SEED);
        List<String> all = new ArrayList<>(single);
        for (int i = 0; i < PROBES; i++) {
            String two = any(themes, random) + "&" + any(regions, random);
            all.add(
                    switch (i % 4) {
                        case 0 -> two;
                        case 1 -> two + "&" + any(years, random);
                        case 2 -> two + "&" + any(years, random) + "&" + any(status, random);
                        default -> any(status, random) + "&" + any(languages, random);
                    });
        }
        return all;
    }

    private static List<String> parameters(String name, List<String> values) {
        return values.stream().map(value -> name + "=" + value).toList();
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private int count(String query) throws IOException {
        URLConnection request = URI.create("http://127.0.0.1:" + port + "/solution?" + query)
                .toURL()
                .openConnection();
        request.setRequestProperty("Accept", "text/html");
        request.setRequestProperty("Accept-Language", "en");
        try (InputStream body = request.getInputStream()) {
            Matcher found = FOUND.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            return found.find() ? Integer.parseInt(found.group(1).replace(",", "")) : 0;
        }
    }
}
