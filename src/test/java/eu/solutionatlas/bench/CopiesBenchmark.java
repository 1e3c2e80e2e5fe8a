package eu.solutionatlas.bench;

import eu.solutionatlas.support.TestHubs;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/** The same questions to a hub that has copied the three others, beside a hub whose own entries are just as many. */
final class CopiesBenchmark {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final String PATH = "/sparql";

    private CopiesBenchmark() {}

    /** @param four hubs that run */
    static void run(Path work, FourHubs four, Results results) throws IOException {
        Path copying = Files.createDirectories(work.resolve("copying"));
        HubProcess.load(copying, four.files(0), four.base(0));
        Path single = work.resolve("single");
        int port = TestHubs.freePort();
        String base = "http://127.0.0.1:" + port + "/";
        Path file = Files.createDirectories(single).resolve("catalogue.nq");
        merge(four, base, file);
        HubProcess.load(single, file, base);
        try (HubProcess own = HubProcess.start(single, port, base, "atlas.harvest.every=0s");
                HubProcess copies = HubProcess.start(copying, TestHubs.freePort(), four.base(0))) {
            awaitCopies(copies);
            measure(own, copies, results);
        }
    }

    /** All entries as those of one hub, which has each under another name. */
    private static void merge(FourHubs four, String base, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < FourHubs.HUBS; i++) {
                String slug = "/" + FourHubs.id(i) + "-";
                try (BufferedReader in = Files.newBufferedReader(four.catalogue(i))) {
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        out.append(line.replace(four.base(i), base)
                                        .replace(base + "id/solution/", base + "id/solution" + slug)
                                        .replace(base + "id/actor/", base + "id/actor" + slug)
                                        .replace(base + "solution/", base + "solution" + slug)
                                        .replace(base + "actor/", base + "actor" + slug))
                                .append('\n');
                    }
                }
            }
        }
    }

    private static void awaitCopies(HubProcess hub) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (int i = 1; i < FourHubs.HUBS; i++) {
            while (!hub.get("/federation/report/" + FourHubs.id(i) + ".json")
                    .text()
                    .contains("lastSeen")) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(FourHubs.id(i) + " was not copied within three minutes");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    private static void measure(HubProcess own, HubProcess copies, Results results) throws IOException {
        results.table(
                "Over copies: a hub with 2,000 solutions and copies of 6,000, beside one with 8,000 of its own, median",
                "query",
                "rows",
                "copies",
                "own",
                "copies ÷ own");
        List<FederatedQuestion> questions = FederatedQuestion.all();
        List<Double> ratios = new ArrayList<>();
        for (FederatedQuestion question : questions) {
            Map<String, DoubleSupplier> measures = new LinkedHashMap<>();
            measures.put("copies", () -> copies.query(PATH, question.plain()).millis());
            measures.put("own", () -> own.query(PATH, question.plain()).millis());
            Rounds.of(WARM_UP, measures);
            own.collectGarbage();
            copies.collectGarbage();
            Rounds rounds = Rounds.of(ROUNDS, measures);
            int rows =
                    ComparedRows.of(copies.query(PATH, question.plain()).body()).size();
            int ownRows =
                    ComparedRows.of(own.query(PATH, question.plain()).body()).size();
            ratios.add(rounds.ratio("copies", "own"));
            results.row(
                    question.name(),
                    rows == ownRows ? Integer.toString(rows) : "**" + rows + " instead of " + ownRows + "**",
                    Results.number(rounds.median("copies")) + " ms",
                    Results.number(rounds.median("own")) + " ms",
                    Results.number(rounds.ratio("copies", "own")));
        }
        results.atMost("queries over copies ÷ over own entries, median of the queries", Rounds.median(ratios), "", 1.1);
    }
}
