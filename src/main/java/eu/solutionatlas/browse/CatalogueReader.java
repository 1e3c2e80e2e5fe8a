package eu.solutionatlas.browse;

import eu.solutionatlas.search.SearchIndex;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens data and search together for as long as a page is made. */
public final class CatalogueReader {
    private static final int TRIES = 5;

    private final Store store;
    private final SearchIndex search;
    private final Function<Snapshot, Vocabulary> vocabularies;

    public CatalogueReader(Store store, SearchIndex search, Function<Snapshot, Vocabulary> vocabularies) {
        this.store = store;
        this.search = search;
        this.vocabularies = vocabularies;
    }

    /**
     * Reads data and search, both at one version but for changes without end.
     *
     * @throws ProblemException 503 while there is no search index
     */
    public <T> T read(Function<CatalogueView, T> reading) {
        return read(() -> Optional.of(search()), reading, false);
    }

    /**
     * Searches without the data; to be closed.
     *
     * @throws ProblemException 503 while there is no search index
     */
    public Session search() {
        try {
            return search.session();
        } catch (SearchIndex.NotReady e) {
            throw new ProblemException(Problem.of(
                            503, "search-not-ready", "Not ready yet", "The search is being made ready. Try again soon.")
                    .withHeader("Retry-After", "5"));
        }
    }

    /** Reads the data, and the search if there is one that is as new: for what can do without. */
    public <T> T readAnyway(Function<CatalogueView, T> reading) {
        return read(search::sessionIfReady, reading, true);
    }

    /** Reads the data alone. */
    public <T> T readData(Function<Snapshot, T> reading) {
        return store.read(reading);
    }

    /**
     * The search first: it waits for changes, and what it knows then, the data knows too. A change that comes between the
     * two makes the data newer; then both are opened once more, so that a page does not show two versions.
     *
     * @param without whether to do without a search that stays behind
     */
    private <T> T read(Supplier<Optional<Session>> searching, Function<CatalogueView, T> reading, boolean without) {
        for (int tries = 1; ; tries++) {
            Optional<Session> session = searching.get();
            boolean last = tries == TRIES;
            try {
                Optional<T> read = store.read(snapshot -> {
                    boolean same = session.map(Session::version)
                            .map(snapshot.version()::equals)
                            .orElse(true);
                    return same || last
                            ? Optional.of(reading.apply(new CatalogueView(
                                    snapshot,
                                    same || !without ? session : Optional.empty(),
                                    vocabularies.apply(snapshot))))
                            : Optional.empty();
                });
                if (read.isPresent()) {
                    return read.get();
                }
            } finally {
                session.ifPresent(Session::close);
            }
        }
    }
}
