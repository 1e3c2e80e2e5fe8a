package eu.solutionatlas.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The example queries that come with the program. */
final class Examples {
    private static final Path DIRECTORY = Path.of("src/main/resources/eu/solutionatlas/federation/examples");

    private Examples() {}

    /** The text of each, by name. */
    static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.toList()) {
                all.put(file.getFileName().toString().replace(".rq", ""), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
