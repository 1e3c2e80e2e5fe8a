package eu.solutionatlas.bench;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.support.GeneratedCatalogue;
import eu.solutionatlas.support.TestHubs;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Four hubs of 2,000 solutions each, the first of which knows the others. Each has actors and vocabulary of its own; one
 * actor of five has the same homepage at all hubs.
 */
final class FourHubs {
    static final int HUBS = 4;
    static final int SOLUTIONS = 2000;
    private static final int SHARED_ACTORS = 5;
    private static final Pattern HOMEPAGE = Pattern.compile("https://actor-(\\d+)\\.example\\.org/");

    private final Path directory;
    private final List<Integer> ports = new ArrayList<>();

    private FourHubs(Path directory) {
        this.directory = directory;
    }

    /** Generates and loads. */
    static FourHubs load(Path directory) throws IOException {
        FourHubs hubs = new FourHubs(directory);
        for (int i = 0; i < HUBS; i++) {
            hubs.ports.add(TestHubs.freePort());
        }
        for (int i = 0; i < HUBS; i++) {
            hubs.generate(i);
        }
        Files.writeString(hubs.files(0).resolve("hubs.ttl"), hubs.register());
        for (int i = 0; i < HUBS; i++) {
            HubProcess.load(hubs.directory(i), hubs.files(i), hubs.base(i));
        }
        return hubs;
    }

    private void generate(int hub) throws IOException {
        LoadBenchmark.delete(directory(hub));
        Path raw = Files.createDirectories(files(hub)).resolve("raw");
        GeneratedCatalogue.write(raw, new Iris(base(hub)), SOLUTIONS, Benchmark.SEED + hub);
        try (BufferedReader in = Files.newBufferedReader(raw);
                BufferedWriter out = Files.newBufferedWriter(catalogue(hub))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.append(HOMEPAGE.matcher(line).replaceAll(found -> homepage(found.group(1), hub)))
                        .append('\n');
            }
        }
        Files.delete(raw);
    }

    private static String homepage(String actor, int hub) {
        String own = Integer.parseInt(actor) % SHARED_ACTORS == 0 ? "" : "hub-" + hub + ".";
        return Matcher.quoteReplacement("https://actor-" + actor + "." + own + "example.org/");
    }

    private String register() {
        StringBuilder text = new StringBuilder(Registers.HEAD);
        for (int i = 1; i < HUBS; i++) {
            text.append(Registers.atlas(id(i), base(i)));
        }
        return text.toString();
    }

    static String id(int hub) {
        return "hub-" + hub;
    }

    String base(int hub) {
        return "http://127.0.0.1:" + ports.get(hub) + "/";
    }

    private Path directory(int hub) {
        return directory.resolve(id(hub));
    }

    /** What a hub was loaded from. */
    Path files(int hub) {
        return directory(hub).resolve("data");
    }

    Path catalogue(int hub) {
        return files(hub).resolve("catalogue.nq");
    }

    /** The port of its base IRI. */
    int port(int hub) {
        return ports.get(hub);
    }

    /** Starts a hub that is not where its base IRI says. */
    HubProcess startElsewhere(int hub) throws IOException {
        return start(hub, TestHubs.freePort());
    }

    private HubProcess start(int hub, int port) throws IOException {
        return HubProcess.start(
                directory(hub), port, base(hub), "atlas.harvest.every=0s", "atlas.federation.id=" + id(hub));
    }

    List<HubProcess> start() throws IOException {
        List<HubProcess> started = new ArrayList<>();
        for (int i = 0; i < HUBS; i++) {
            started.add(start(i, ports.get(i)));
        }
        return started;
    }
}
