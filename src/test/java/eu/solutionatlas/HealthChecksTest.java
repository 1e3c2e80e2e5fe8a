package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.dump.DumpSets;
import eu.solutionatlas.dump.DumpSettings;
import eu.solutionatlas.dump.Dumps;
import eu.solutionatlas.dump.SetWriter;
import eu.solutionatlas.health.Finding;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthChecksTest {
    @TempDir
    private Path directory;

    @Test
    void dumps_thatCannotBeWritten_areAWarning() throws IOException {
        Path inTheWay = Files.writeString(directory.resolve("dump"), "no directory");
        Clock clock = Clock.systemUTC();
        DumpSets sets = new DumpSets(inTheWay);
        try (Store store = TemporaryStore.create(clock);
                Dumps dumps = new Dumps(
                        store,
                        new SetWriter(store, TestAtlas.IRIS, inTheWay, "Test", clock),
                        sets,
                        DumpSettings.from(new Settings(Map.of())),
                        clock)) {
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            while (dumps.failure().isEmpty() && Instant.now().isBefore(end)) {
                Thread.onSpinWait();
            }

            assertThat(HealthChecks.dumps(dumps))
                    .isEqualTo(new Finding.Warning("the last dump could not be written; the log says why"));
        }
    }
}
