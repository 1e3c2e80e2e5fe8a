package eu.solutionatlas.store;

import eu.solutionatlas.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The store of a hub, in a directory that goes when it is closed. Not TDB2 in memory: that gives readers each other's bytes
 * while somebody writes.
 */
public final class TemporaryStore {
    private TemporaryStore() {}

    public static Store create(Clock clock) {
        try {
            Path directory = Files.createTempDirectory("atlas-store");
            StoreSettings settings = StoreSettings.from(new Settings(Map.of()));
            return TdbStore.open(directory, clock, settings, () -> remove(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
