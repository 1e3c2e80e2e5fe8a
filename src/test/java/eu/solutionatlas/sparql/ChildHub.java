package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link SmallHeapHub} that runs, and a client that asks it. */
final class ChildHub implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private ChildHub(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a hub and waits until it is ready.
     *
     * @param commits each of {@link SmallHeapHub#TRIPLES_A_COMMIT} triples
     * @param options for Java
     */
    static ChildHub start(Path directory, int commits, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapHub.class.getName(),
                directory.toString(),
                Integer.toString(commits)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Standard output carries the port, and lines of the request log before it.
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.matches("\\d+")) {
            line = lines.readLine();
        }
        assertThat(line).as("the hub starts").isNotNull();
        // A pipe that nobody empties would stop the hub in the middle of a line of its log.
        Thread.ofPlatform().name("hub-log").daemon().start(() -> lines.lines().forEach(System.out::println));
        return new ChildHub(process, Integer.parseInt(line));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    HttpResponse<InputStream> get(String target, String accept) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        client.shutdownNow();
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
