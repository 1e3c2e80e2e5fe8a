package eu.solutionatlas.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The same questions, as plain text, asked by Comunica over the same endpoints. */
final class ComunicaBenchmark {
    private static final int REPEATS = 3;
    private static final int CAP_SECONDS = 60;
    private static final int INSTALL_SECONDS = 300;
    private static final String TITLE =
            "The same queries by Comunica 5.4.1 over the same four endpoints, as plain text";

    private final Path directory;
    private final List<HubProcess> hubs;
    private final Results results;

    ComunicaBenchmark(Path directory, List<HubProcess> hubs, Results results) {
        this.directory = directory;
        this.hubs = hubs;
        this.results = results;
    }

    void run(List<LiveBenchmark.Answered> ours) throws IOException {
        if (!install()) {
            results.table(TITLE, "not measured");
            results.row("npm could not install it here; see " + directory.getFileName() + "/npm.log");
            return;
        }
        results.table(
                TITLE, "query", "Comunica", "rows", "answer", "requests", "ours", "Comunica ÷ ours", "÷ ours, plain");
        List<Double> ratios = new ArrayList<>();
        for (LiveBenchmark.Answered answered : ours) {
            ratios.add(measure(answered));
        }
        results.atLeast("Comunica ÷ ours, median of the queries", Rounds.median(ratios), 3);
    }

    private double measure(LiveBenchmark.Answered ours) throws IOException {
        long before = requests();
        List<String> lines = ask(ours.question());
        List<Double> millis = values(lines, "millis ").map(Double::parseDouble).toList();
        List<String> rows = values(lines, "row ").sorted().toList();
        String error = values(lines, "error ").findFirst().orElse("");
        boolean ended = !rows.isEmpty() || millis.size() == REPEATS;
        double time = millis.isEmpty() ? CAP_SECONDS * 1000.0 : Rounds.median(millis);
        String answer;
        if (!error.isEmpty()) {
            answer = "error: " + error;
        } else if (ended) {
            answer = rows.equals(ours.expected()) ? "exact" : "**wrong**";
        } else {
            answer = "not within " + CAP_SECONDS + " s for " + REPEATS + " times";
        }
        results.row(
                ours.question().name(),
                (millis.isEmpty() ? "> " : "") + Results.number(time) + " ms",
                ended ? Integer.toString(rows.size()) : "",
                answer,
                Long.toString((requests() - before) / Math.max(1, millis.size())),
                Results.number(ours.millis()) + " ms",
                Results.number(time / ours.millis()),
                Double.isNaN(ours.plain()) ? "" : Results.number(time / ours.plain()));
        return time / ours.millis();
    }

    private static java.util.stream.Stream<String> values(List<String> lines, String word) {
        return lines.stream().filter(line -> line.startsWith(word)).map(line -> line.substring(word.length()));
    }

    private long requests() {
        return hubs.stream().mapToLong(hub -> hub.requests(LiveBenchmark.OWN)).sum();
    }

    private List<String> ask(FederatedQuestion question) throws IOException {
        Path query = directory.resolve(question.name() + ".rq");
        Files.writeString(query, question.plain());
        Path output = directory.resolve(question.name() + ".out");
        List<String> command = new ArrayList<>(List.of(
                directory.resolve("node_modules/node/bin/node").toString(),
                "ask.cjs",
                query.toString(),
                Integer.toString(REPEATS)));
        hubs.forEach(hub -> command.add(hub.uri(LiveBenchmark.OWN).toString()));
        run(command, output, CAP_SECONDS);
        return Files.readAllLines(output);
    }

    private boolean install() throws IOException {
        Files.createDirectories(directory);
        for (String file : List.of("package.json", "ask.cjs")) {
            try (InputStream in = ComunicaBenchmark.class.getResourceAsStream("comunica/" + file)) {
                Files.copy(
                        java.util.Objects.requireNonNull(in),
                        directory.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path log = directory.resolve("npm.log");
        try {
            return run(List.of("npm", "install", "--no-audit", "--no-fund"), log, INSTALL_SECONDS)
                    && Files.isExecutable(directory.resolve("node_modules/node/bin/node"));
        } catch (IOException e) {
            Files.writeString(log, "npm does not run: " + e.getMessage());
            return false;
        }
    }

    /** Whether a command ended well and in time; what does not end is ended. */
    private boolean run(List<String> command, Path output, int seconds) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
    }
}
