package eu.solutionatlas;

import eu.solutionatlas.dump.Dumps;
import eu.solutionatlas.dump.Freshness;
import eu.solutionatlas.harvest.Harvests;
import eu.solutionatlas.health.Check;
import eu.solutionatlas.health.Finding;
import eu.solutionatlas.joining.Announcements;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.store.Compaction;
import eu.solutionatlas.store.Store;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What a hub's readiness depends on. */
final class HealthChecks {
    private HealthChecks() {}

    static List<Check> of(
            Store store,
            Compaction compaction,
            Dumps dumps,
            Follower follower,
            Harvests harvests,
            Announcements announcements,
            BooleanSupplier stopping) {
        return List.of(
                new Check("server", () -> server(stopping)),
                new Check("store", () -> store(store)),
                new Check("disk", () -> disk(store, compaction)),
                new Check("journal", () -> journal(store)),
                new Check("changes", () -> changes(store)),
                new Check("search", () -> search(follower)),
                new Check("dumps", () -> dumps(dumps)),
                new Check("partners", () -> partners(harvests)),
                new Check("announcements", () -> announcements(announcements)));
    }

    /** First to fail when the hub stops, so that a load balancer sends no more before it stops listening. */
    private static Finding server(BooleanSupplier stopping) {
        return stopping.getAsBoolean() ? new Finding.Failed("stopping") : new Finding.Ok("running");
    }

    private static Finding store(Store store) {
        DataVersion read = store.read(snapshot -> snapshot.version());
        return new Finding.Ok("readable at data version " + read);
    }

    private static Finding disk(Store store, Compaction compaction) {
        String size = "the store's files take " + (store.bytes() >> 20) + " MiB";
        return compaction
                .failure()
                .<Finding>map(failure -> new Finding.Warning(size + ", and " + failure))
                .orElseGet(() -> new Finding.Ok(size));
    }

    /** The journal and the store are written together; if they differ, something else touched the data directory. */
    private static Finding journal(Store store) {
        long stored = store.read(snapshot -> snapshot.version()).number();
        long journalled = store.journalVersion();
        return stored <= journalled
                ? new Finding.Ok("at data version " + journalled)
                : new Finding.Failed("ends at data version " + journalled + ", but the store is at " + stored);
    }

    private static Finding changes(Store store) {
        return store.concern().<Finding>map(Finding.Warning::new).orElseGet(() -> new Finding.Ok("accepted"));
    }

    private static Finding search(Follower follower) {
        return follower.failure()
                .<Finding>map(failure -> new Finding.Warning("lists show old data; the log says why: " + failure))
                .orElseGet(() -> new Finding.Ok("following the data"));
    }

    /** By their age, whatever the writer thinks of itself. */
    static Finding dumps(Dumps dumps) {
        if (dumps.failure().isPresent()) {
            return new Finding.Warning("the last dump could not be written; the log says why");
        }
        Set<String> damaged = dumps.damaged();
        if (!damaged.isEmpty()) {
            return new Finding.Warning(
                    "damaged, and not served: " + String.join(", ", damaged) + "; bring them back from a backup");
        }
        Freshness freshness = dumps.freshness();
        return freshness.isLate() ? new Finding.Warning(freshness.words()) : new Finding.Ok(freshness.words());
    }

    private static Finding partners(Harvests harvests) {
        return harvests.concern()
                .<Finding>map(Finding.Warning::new)
                .orElseGet(() -> new Finding.Ok("copies are as they should be"));
    }

    private static Finding announcements(Announcements announcements) {
        return announcements
                .concern()
                .<Finding>map(Finding.Warning::new)
                .orElseGet(() -> new Finding.Ok("no hub waits for a decision"));
    }
}
