package eu.solutionatlas;

import eu.solutionatlas.network.HubStatuses;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Responder;
import java.util.List;
import java.util.Optional;

/**
 * What came of comparing the search index with the data.
 *
 * @param entries that the index has now
 * @param differences that there were, a line each; the index was made anew if there were any
 */
public record SearchCheck(int entries, List<String> differences) {
    /** Compares, entry by entry, and repairs. Not while a hub runs on the same data directory. */
    public static SearchCheck run(AtlasSettings settings, Store store) {
        Responder responder = new Responder(settings.web().iris(), store::version, 0);
        try (Pages pages = new Pages(
                store,
                settings.web().iris(),
                responder,
                settings.dataDirectory(),
                Optional.empty(),
                HubStatuses.NONE)) {
            pages.search().catchUp();
            List<String> differences = pages.search().check();
            if (!differences.isEmpty()) {
                pages.search().rebuild();
            }
            return new SearchCheck(pages.search().size(), differences);
        }
    }
}
