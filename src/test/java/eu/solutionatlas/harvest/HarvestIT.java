package eu.solutionatlas.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundSettings;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.LoneFuseki;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Harvests between processes, some of which are killed. */
class HarvestIT {
    private static final int ENTRIES = 400;
    private static final int KILLS = 6;
    private static final int LONGEST_MILLIS = 2_500;
    private static final long SEED = 20261124;

    @TempDir
    private Path directory;

    private static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String generation(int number) {
        return Turtle.solutions(ENTRIES).replace("dct:title \"Solution ", "dct:title \"Generation " + number + " of ");
    }

    @Test
    void harvestKilledInTheMiddle_leavesOneWholeCopy() throws Exception {
        Random random = new Random(SEED);
        try (FaultyServer server = FaultyServer.start(FaultyServer.body("text/turtle", generation(0)))) {
            assertThat(harvest(server, 60_000)).isEqualTo("taken");
            for (int kill = 1; kill <= KILLS; kill++) {
                server.behave(FaultyServer.body("text/turtle", generation(kill)));
                harvest(server, random.nextInt(LONGEST_MILLIS));
                look(kill);
            }
            server.behave(FaultyServer.body("text/turtle", generation(KILLS + 1)));
            assertThat(harvest(server, 60_000)).isEqualTo("taken");
            assertThat(look(KILLS + 1)).isEqualTo(KILLS + 1);
        }
    }

    /** How a harvest ended, or the empty string if it was killed before. */
    private String harvest(FaultyServer server, int millis) throws Exception {
        Process child = start(
                HarvestingChild.class,
                directory.toString(),
                server.uri("/all.ttl").toString());
        try (BufferedReader lines = child.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("begins");
            if (!child.waitFor(millis, TimeUnit.MILLISECONDS)) {
                child.toHandle().destroyForcibly();
                assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
            return Optional.ofNullable(lines.readLine()).orElse("");
        }
    }

    /** The generation that all copied entries are of. */
    private int look(int newest) {
        try (Store store = HarvestingChild.open(directory)) {
            List<Integer> generations = store.read(snapshot -> snapshot.documents()
                    .filter(document -> document.getURI().contains("/hub/theirs/"))
                    .map(document -> snapshot.graph(document)
                            .find(Node.ANY, DCTerms.title.asNode(), Node.ANY)
                            .next()
                            .getObject()
                            .getLiteralLexicalForm())
                    .map(title -> Integer.parseInt(title.split(" ")[1]))
                    .collect(Collectors.toList()));
            assertThat(generations).hasSize(ENTRIES);
            assertThat(Set.copyOf(generations)).hasSize(1);
            assertThat(generations.getFirst()).isBetween(0, newest);
            return generations.getFirst();
        }
    }

    @Test
    void loneFuseki_isCopied_andItsCopyOutlivesIt() throws Exception {
        Process fuseki = start(LoneFuseki.class);
        try (HarvestBench bench = new HarvestBench(directory)) {
            String address = "http://127.0.0.1:" + port(fuseki) + "/ds";
            put(address + "?default", Turtle.solutions(5));
            Partner partner =
                    HarvestBench.partner(Optional.of(address + "/sparql"), Optional.empty(), Optional.empty());
            assertThat(bench.harvest(partner).result()).contains(Result.TAKEN);
            fuseki.toHandle().destroyForcibly();
            assertThat(fuseki.waitFor(30, TimeUnit.SECONDS)).isTrue();
            bench.restart(); // else a connection that the dead one has closed may be tried first

            HarvestState state = bench.harvest(partner);

            assertThat(state.result()).contains(Result.FAILED);
            assertThat(state.reason().orElseThrow()).contains("refuses connections");
            assertThat(bench.copied()).hasSize(5);
        } finally {
            fuseki.destroyForcibly();
        }
    }

    private static int port(Process fuseki) {
        return fuseki.inputReader()
                .lines()
                .filter(line -> line.startsWith("port "))
                .map(line -> Integer.parseInt(line.substring(5)))
                .findFirst()
                .orElseThrow();
    }

    private static void put(String address, String turtle) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "text/turtle")
                    .PUT(HttpRequest.BodyPublishers.ofString(turtle))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            / 100)
                    .isEqualTo(2);
        }
    }

    @Test
    void downloadKilledInTheMiddle_goesOnWhereItStopped() throws Exception {
        String whole = generation(1);
        int half = whole.length() / 2;
        try (FaultyServer server = FaultyServer.start((request, out) -> {
            FaultyServer.head(
                    out, "200 OK", "Content-Type: text/turtle", "ETag: \"one\"", "Content-Length: " + whole.length());
            out.write(whole.substring(0, half).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(60_000);
        })) {
            harvest(server, 3_000);
            server.behave((request, out) -> {
                int from = Integer.parseInt(request.split("Range: bytes=")[1].split("-")[0]);
                FaultyServer.head(
                        out,
                        "206 Partial Content",
                        "Content-Type: text/turtle",
                        "ETag: \"one\"",
                        "Content-Range: bytes " + from + "-" + (whole.length() - 1) + "/" + whole.length(),
                        "Content-Length: " + (whole.length() - from));
                out.write(whole.substring(from).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            });
            try (Store store = HarvestingChild.open(directory);
                    Outbound outbound = new Outbound(new OutboundSettings(true), "test")) {
                HarvestState state = HarvestingChild.harvester(directory, store, outbound)
                        .harvest(HarvestBench.withDump(server.uri("/all.ttl").toString()), false, new Cancel());
                assertThat(state.result()).contains(Result.TAKEN);
            }
            assertThat(look(1)).isEqualTo(1);
        }
    }
}
