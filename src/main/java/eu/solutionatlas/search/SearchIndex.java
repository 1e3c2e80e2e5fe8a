package eu.solutionatlas.search;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.store.Change;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index: derived from the store, and never ahead of it. It carries the data version that it was made from,
 * follows the journal from there, and is made anew beside the old one when it cannot.
 */
public final class SearchIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    /** How long a search waits for the newest data. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** How long it waits for the first index. */
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(3);
    /** How many wait at once. */
    private static final int MOST_WAITING = 16;

    private final Store store;
    private final Iris iris;
    private final Function<Snapshot, IndexEntry.Reader> entries;
    private final IndexFiles files;
    private final Object progress = new Object();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private volatile @Nullable Making open;
    /** Whether it could not follow the data the last time, so that there is nothing to wait for. */
    private volatile boolean behind;

    private boolean closed;

    /**
     * An index that is not opened yet, see {@link #catchUp}.
     *
     * @param directory where its files are kept; all in it is the index's own
     * @param entries reads the entries of a snapshot
     */
    public SearchIndex(Store store, Iris iris, Path directory, Function<Snapshot, IndexEntry.Reader> entries) {
        this.store = store;
        this.iris = iris;
        this.entries = entries;
        this.files = new IndexFiles(directory);
    }

    /** Brings the index to the newest data; the first time, opens it. Whoever comes meanwhile searches the old one. */
    public synchronized void catchUp() {
        if (closed) {
            return;
        }
        try {
            if (open == null) {
                open = files.openNewest().orElse(null);
            }
            store.read(snapshot -> {
                advance(snapshot);
                return snapshot.version();
            });
            behind = false;
            announce();
        } catch (IOException e) {
            behind = true;
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            behind = true;
            throw e;
        }
    }

    private void advance(Snapshot snapshot) {
        try {
            Making current = open;
            if (current == null) {
                rebuildFrom(snapshot);
                return;
            }
            DataVersion has = current.reading().version();
            if (has.equals(snapshot.version())) {
                return;
            }
            Optional<Set<Node>> changed = changed(has, snapshot.version());
            if (changed.isEmpty()) {
                rebuildFrom(snapshot);
            } else {
                update(current, changed.get(), snapshot);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents that changed between two versions; empty when only a new index will do. */
    private Optional<Set<Node>> changed(DataVersion from, DataVersion to) {
        if (from.compareTo(to) > 0) {
            return Optional.empty();
        }
        Set<Node> changed = new LinkedHashSet<>();
        try (Stream<Change> changes = store.changes(from, to)) {
            changes.forEach(change -> changed.addAll(change.documents()));
        } catch (StoreException e) {
            LOG.info("The search index is made anew: {}", e.getMessage());
            return Optional.empty();
        }
        // The names of themes and regions stand in nearly every entry.
        return changed.stream().anyMatch(document -> document.getURI().startsWith(Iris.SHARED))
                ? Optional.empty()
                : Optional.of(changed);
    }

    private void update(Making current, Set<Node> changed, Snapshot snapshot) throws IOException {
        IndexEntry.Reader reader = entries.apply(snapshot);
        Set<Node> affected = new LinkedHashSet<>(changed);
        // What a document is about can change as well, and what was taken out is about nothing any more.
        Set<Node> things = current.thingsOf(changed);
        changed.forEach(document -> Topic.of(iris, document, snapshot.graph(document))
                .map(Topic::thing)
                .ifPresent(things::add));
        affected.addAll(current.linkingTo(things.stream()));
        for (Node document : affected) {
            Optional<IndexEntry> entry = reader.read(document, snapshot.graph(document));
            Term id = new Term(Fields.DOCUMENT, document.getURI());
            if (entry.isPresent()) {
                current.writer().updateDocument(id, Fields.document(entry.get()));
            } else {
                current.writer().deleteDocuments(id);
            }
        }
        open = files.commit(current, snapshot.version());
    }

    private void rebuildFrom(Snapshot snapshot) throws IOException {
        IndexEntry.Reader reader = entries.apply(snapshot);
        Making old = open;
        open = files.build(snapshot.version(), writer -> {
            try (Stream<Node> documents = snapshot.documents()) {
                for (Node document : (Iterable<Node>) documents::iterator) {
                    Optional<IndexEntry> entry = reader.read(document, snapshot.graph(document));
                    if (entry.isPresent()) {
                        writer.addDocument(Fields.document(entry.get()));
                    }
                }
            }
        });
        if (old != null) {
            files.remove(old);
        }
    }

    /**
     * Compares the index with the data, entry by entry.
     *
     * @return what is wrong, a line each; empty when the two are equal
     */
    public synchronized List<String> check() {
        return store.read(snapshot -> {
            try {
                Map<String, String> indexed = indexed();
                Map<String, String> expected = new HashMap<>();
                IndexEntry.Reader reader = entries.apply(snapshot);
                try (Stream<Node> documents = snapshot.documents()) {
                    documents.forEach(document -> reader.read(document, snapshot.graph(document))
                            .ifPresent(entry -> expected.put(document.getURI(), Fields.checksum(entry))));
                }
                return new Comparison(expected, indexed).differences();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What the index has; nothing when its files are so damaged that it cannot tell. */
    private Map<String, String> indexed() throws IOException {
        try {
            return open == null ? Map.of() : open.checksums();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index cannot be read", e);
            return Map.of();
        }
    }

    /** Makes the index anew, whatever it holds. */
    public synchronized void rebuild() {
        store.read(snapshot -> {
            try {
                rebuildFrom(snapshot);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return snapshot.version();
        });
        announce();
    }

    /** How many entries there are to be found. */
    public int size() {
        Making current = open;
        return current == null ? 0 : current.reading().reader().numDocs();
    }

    /** The data version that is searched; empty before the index is ready. */
    public Optional<DataVersion> version() {
        return Optional.ofNullable(open).map(current -> current.reading().version());
    }

    /**
     * Begins to search in the newest data that is indexed; to be closed.
     *
     * @throws NotReady when there is no index yet after a while
     */
    public Session session() {
        return new Session(enter());
    }

    /**
     * As {@link #session}, but without waiting for a first index.
     *
     * @return empty when there is no index yet
     */
    public Optional<Session> sessionIfReady() {
        return open == null ? Optional.empty() : Optional.of(session());
    }

    /** The search does not answer yet. */
    public static final class NotReady extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotReady() {
            super("the search index is not ready", null, false, false);
        }
    }

    private Reading enter() {
        awaitNewest();
        while (true) {
            Making current = open;
            if (current == null) {
                throw new NotReady();
            }
            if (current.reading().enter()) {
                return current.reading();
            }
        }
    }

    /**
     * Waits a little for the newest data, so that who has just changed something finds it; and longer for there to be
     * anything at all.
     */
    private void awaitNewest() {
        // Whoever waits holds a thread of the server: a few may, all others take what there is, or come again.
        if (!waiting.tryAcquire()) {
            return;
        }
        try {
            awaitVersion(store.version());
        } finally {
            waiting.release();
        }
    }

    private void awaitVersion(DataVersion newest) {
        long begun = System.nanoTime();
        synchronized (progress) {
            while (!behind
                    && version()
                            .filter(version -> version.compareTo(newest) >= 0)
                            .isEmpty()) {
                Duration patience = open == null ? FIRST_PATIENCE : PATIENCE;
                long left = patience.toMillis() - (System.nanoTime() - begun) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                try {
                    progress.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void announce() {
        synchronized (progress) {
            progress.notifyAll();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Making current = open;
        open = null;
        if (current != null) {
            try {
                current.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
