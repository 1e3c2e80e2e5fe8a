package eu.solutionatlas;

import eu.solutionatlas.network.HubStatuses;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TdbStore;
import eu.solutionatlas.web.Responder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Makes the search index of a data directory that has none, as a hub does after its start. Says {@code millis N}. */
public final class BenchmarkIndex {
    private BenchmarkIndex() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        AtlasSettings settings = AtlasSettings.from(new Settings(Map.of("atlas.data-directory", directory.toString())));
        try (Store store = TdbStore.open(directory, Clock.systemUTC(), settings.store());
                Pages pages = new Pages(
                        store,
                        settings.web().iris(),
                        new Responder(settings.web().iris(), store::version, 0),
                        directory,
                        Optional.empty(),
                        HubStatuses.NONE)) {
            long start = System.nanoTime();
            pages.search().catchUp();
            System.out.println("millis " + (System.nanoTime() - start) / 1_000_000);
        }
    }
}
