package eu.solutionatlas.bench;

import eu.solutionatlas.BenchmarkHub;
import eu.solutionatlas.support.GeneratedCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** Solution pages beside constant bodies of the same size from the same server. */
final class PagesBenchmark {
    private static final int ROUNDS = 5;
    private static final int PAGES = 1000;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private record Variant(String name, String accept, boolean gzip) {
        byte[] request(String slug, String... more) {
            List<String> headers = new ArrayList<>(List.of("Accept", accept, "Accept-Language", "de,en;q=0.5"));
            if (gzip) {
                headers.addAll(List.of("Accept-Encoding", "gzip, deflate, br"));
            }
            headers.addAll(List.of(more));
            return Requests.get("/solution/" + slug, headers.toArray(String[]::new));
        }
    }

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final List<Variant> VARIANTS = List.of(
            new Variant("HTML", BROWSER, false),
            new Variant("HTML, gzip", BROWSER, true),
            new Variant("Turtle", "text/turtle", false),
            new Variant("Turtle, gzip", "text/turtle", true));

    private PagesBenchmark() {}

    static void run(Path work, Path hub, int solutions, Results results) throws IOException {
        List<String> slugs = new Random(Benchmark.SEED)
                .ints(0, solutions)
                .distinct()
                .limit(Math.min(PAGES, solutions / 2))
                .mapToObj(GeneratedCatalogue::solutionSlug)
                .toList();
        try (ChildJvm child = ChildJvm.start(work, Benchmark.JAVA_OPTIONS, BenchmarkHub.class, hub.toString())) {
            int port = Math.toIntExact(child.hearNumber("port"));
            cold(child, port, slugs, results, "just after the start");
            results.table(
                    "Pages, requests a second",
                    "answer",
                    "bytes",
                    "constant",
                    "one page",
                    "÷ constant",
                    slugs.size() + " pages",
                    "÷ constant",
                    "304",
                    "÷ constant",
                    "÷ constant 304");
            for (Variant variant : VARIANTS) {
                warm(port, variant, slugs, results);
            }
            cold(child, port, slugs, results, "warm, after a change of data");
        }
    }

    private static void warm(int port, Variant variant, List<String> slugs, Results results) {
        List<byte[]> many = slugs.stream().map(slug -> variant.request(slug)).toList();
        byte[] hot = many.getFirst();
        long bytes = ClosedLoop.once(port, hot).bytes();
        byte[] conditional = variant.request(slugs.getFirst(), "If-None-Match", etag(port, hot));
        byte[] constant = Requests.get(BenchmarkHub.CONSTANT + bytes);
        Map<String, DoubleSupplier> measures = new LinkedHashMap<>();
        measures.put("constant", () -> ClosedLoop.run(port, List.of(constant), 200, ROUND));
        measures.put("page", () -> ClosedLoop.run(port, List.of(hot), 200, ROUND));
        measures.put("pages", () -> ClosedLoop.run(port, many, 200, ROUND));
        measures.put("304", () -> ClosedLoop.run(port, List.of(conditional), 304, ROUND));
        measures.put(
                "constant 304",
                () -> ClosedLoop.run(port, List.of(Requests.get(BenchmarkHub.NOT_MODIFIED)), 304, ROUND));
        ClosedLoop.run(port, List.of(constant), 200, WARM_UP);
        ClosedLoop.run(port, many, 200, WARM_UP);
        ClosedLoop.run(port, List.of(conditional), 304, WARM_UP);
        Rounds rounds = Rounds.of(ROUNDS, measures);
        results.row(
                variant.name(),
                Results.number(bytes),
                Results.number(rounds.median("constant")),
                Results.number(rounds.median("page")),
                Results.number(rounds.ratio("page", "constant")),
                Results.number(rounds.median("pages")),
                Results.number(rounds.ratio("pages", "constant")),
                Results.number(rounds.median("304")),
                Results.number(rounds.ratio("304", "constant")),
                Results.number(rounds.ratio("304", "constant 304")));
        results.atLeast(
                "solution page " + variant.name() + ", one page ÷ constant", rounds.ratio("page", "constant"), 0.4);
        results.atLeast(
                "solution page " + variant.name() + ", " + slugs.size() + " pages ÷ constant",
                rounds.ratio("pages", "constant"),
                0.4);
        results.atLeast("solution page " + variant.name() + ", 304 ÷ constant", rounds.ratio("304", "constant"), 0.8);
    }

    private static String etag(int port, byte[] request) {
        String answer = new String(ClosedLoop.raw(port, request), StandardCharsets.ISO_8859_1);
        return answer.lines()
                .filter(line -> line.startsWith("ETag: "))
                .map(line -> line.substring("ETag: ".length()))
                .findFirst()
                .orElseThrow();
    }

    /** What the first who ask pay: nothing is kept in memory of this data version. */
    private static void cold(ChildJvm child, int port, List<String> slugs, Results results, String when)
            throws IOException {
        results.table("First requests, " + when, "answer", "first", "median of the next", "slowest of them");
        for (Variant variant : List.of(VARIANTS.get(0), VARIANTS.get(2))) {
            child.tell("touch "
                    + Benchmark.IRIS.document("solution", slugs.getFirst()).getURI());
            child.hear("version");
            List<Double> millis = new ArrayList<>();
            try (KeptConnection connection = new KeptConnection(port)) {
                for (String slug : slugs.subList(0, Math.min(300, slugs.size()))) {
                    byte[] request = variant.request(slug);
                    long start = System.nanoTime();
                    connection.ask(request);
                    millis.add((System.nanoTime() - start) / 1e6);
                }
            }
            List<Double> next = millis.subList(1, millis.size());
            results.row(
                    variant.name(),
                    Results.number(millis.getFirst()) + " ms",
                    Results.number(Rounds.median(next)) + " ms",
                    Results.number(next.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .max()
                                    .orElseThrow()) + " ms");
        }
    }
}
