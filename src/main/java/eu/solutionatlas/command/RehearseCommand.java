package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.load.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Serves the seed from a temporary directory, asks itself for what visitors ask for first, and ends. Java can record which
 * classes that took and start with them ready-made: see {@code bin/solution-atlas archive}.
 */
@Command(name = "rehearse", hidden = true, description = "Serves some requests to itself and ends.")
final class RehearseCommand implements Callable<Integer> {
    /** A page of each kind, the formats, a query and an error. */
    private static final List<String> TARGETS = List.of(
            "/",
            "/solution",
            "/solution/angermuende-smart-hitchhiking",
            "/solution/angermuende-smart-hitchhiking.ttl",
            "/solution/angermuende-smart-hitchhiking.jsonld",
            "/id/solution/angermuende-smart-hitchhiking",
            "/actor",
            "/theme",
            "/region",
            "/ns",
            "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%202",
            "/health/ready",
            "/metrics",
            "/nothing-here");

    private static final int ROUNDS = 3;

    private final SettingOptions settings;

    RehearseCommand(SettingOptions settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("atlas-rehearsal");
        try {
            AtlasSettings atlas = settings.rehearsal(directory);
            // The second time, the catalogue is there already, as it is on most starts.
            for (int start = 0; start < 2; start++) {
                try (Service service = Service.start(atlas, Progress.NONE)) {
                    ask(service.port());
                    service.publishVocabularies();
                }
            }
        } finally {
            delete(directory);
        }
        return ExitCodes.OK;
    }

    private static void ask(int port) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            for (String target : TARGETS) {
                ask(port, target, "text/html");
            }
        }
    }

    private static void ask(int port, String target, String accept) throws IOException {
        String request =
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: gzip\r\n"
                        + "Accept: " + accept + ",*/*;q=0.5\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
