package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.store.Snapshot;
import java.util.Optional;

/**
 * The catalogue at one moment, for a page: the data, the search over it, and what things are called. The search may lag
 * behind when changes come without end.
 *
 * @param searching empty while there is no index
 */
public record CatalogueView(Snapshot snapshot, Optional<Session> searching, Vocabulary vocabulary) {
    /** The search, for pages that are only made when there is one: see {@link CatalogueReader#read}. */
    public Session search() {
        return searching.orElseThrow();
    }

    /** The data version that a page can claim to show: the older one of data and search. */
    public DataVersion version() {
        return searching
                .map(Session::version)
                .filter(version -> version.compareTo(snapshot.version()) < 0)
                .orElse(snapshot.version());
    }
}
