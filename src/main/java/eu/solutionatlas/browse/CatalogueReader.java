package eu.solutionatlas.browse;

import eu.solutionatlas.search.SearchIndex;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.Optional;
import java.util.function.Function;

/** Opens data and search together for as long as a page is made. */
public final class CatalogueReader {
    private final Store store;
    private final SearchIndex search;
    private final Function<Snapshot, Vocabulary> vocabularies;

    public CatalogueReader(Store store, SearchIndex search, Function<Snapshot, Vocabulary> vocabularies) {
        this.store = store;
        this.search = search;
        this.vocabularies = vocabularies;
    }

    /**
     * Reads data and search.
     *
     * @throws ProblemException 503 while there is no search index
     */
    public <T> T read(Function<CatalogueView, T> reading) {
        try (Session session = search()) {
            return read(Optional.of(session), reading);
        }
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

    /** Reads the data, and the search if there is one: for what can do without. */
    public <T> T readAnyway(Function<CatalogueView, T> reading) {
        Optional<Session> session = search.sessionIfReady();
        try {
            return read(session, reading);
        } finally {
            session.ifPresent(Session::close);
        }
    }

    /** Reads the data alone. */
    public <T> T readData(Function<Snapshot, T> reading) {
        return store.read(reading);
    }

    /** The search first: it waits for changes, and what it knows then, the data knows too. */
    private <T> T read(Optional<Session> session, Function<CatalogueView, T> reading) {
        return store.read(
                snapshot -> reading.apply(new CatalogueView(snapshot, session, vocabularies.apply(snapshot))));
    }
}
