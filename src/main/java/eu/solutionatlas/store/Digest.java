package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in memory of each document of some kind, and what is worked out from all of them together (counts,
 * sorted lists). A function of the data version: made when first asked for, brought up to date by reading those
 * documents again that have changed since, never invalidated by guessing.
 *
 * @param <E> what is kept of one document; immutable, and without ties to the snapshot
 * @param <D> what is worked out from all; immutable and safe for many threads
 */
public final class Digest<E, D> {
    /** Reads one document; empty when nothing is to be kept of it, as of a tombstone. */
    @FunctionalInterface
    public interface Reader<E> {
        Optional<E> read(Node document, Graph graph);
    }

    private record State<E, D>(DataVersion version, Map<Node, E> entries, D result) {}

    private final Store store;
    private final Predicate<Node> documents;
    private final Reader<E> reader;
    private final Function<? super Map<Node, E>, ? extends D> summary;
    private volatile @Nullable State<E, D> latest;

    /**
     * @param documents which documents it is about, by their IRIs
     * @param summary works the result out of what was kept, by document
     */
    public Digest(
            Store store,
            Predicate<Node> documents,
            Reader<E> reader,
            Function<? super Map<Node, E>, ? extends D> summary) {
        this.store = store;
        this.documents = documents;
        this.reader = reader;
        this.summary = summary;
    }

    /** The result for a snapshot, exactly as of its data version. */
    public D at(Snapshot snapshot) {
        State<E, D> known = latest;
        if (known != null && known.version().equals(snapshot.version())) {
            return known.result();
        }
        return bringUpTo(snapshot).result();
    }

    private synchronized State<E, D> bringUpTo(Snapshot snapshot) {
        DataVersion wanted = snapshot.version();
        State<E, D> known = latest;
        if (known == null || known.version().compareTo(wanted) > 0) {
            State<E, D> whole = state(wanted, readAll(snapshot));
            if (known == null) {
                latest = whole;
            }
            return whole;
        }
        if (known.version().equals(wanted)) {
            return known;
        }
        State<E, D> next = advance(known, snapshot);
        latest = next;
        return next;
    }

    private State<E, D> advance(State<E, D> known, Snapshot snapshot) {
        Set<Node> changed = new HashSet<>();
        try (Stream<Change> changes = store.changes(known.version(), snapshot.version())) {
            changes.forEach(
                    change -> change.documents().stream().filter(documents).forEach(changed::add));
        } catch (StoreException e) {
            // The journal does not reach back that far.
            return state(snapshot.version(), readAll(snapshot));
        }
        if (changed.isEmpty()) {
            return new State<>(snapshot.version(), known.entries(), known.result());
        }
        Map<Node, E> entries = new HashMap<>(known.entries());
        changed.forEach(document -> {
            entries.remove(document);
            if (snapshot.contains(document)) {
                read(snapshot, document).ifPresent(entry -> entries.put(document, entry));
            }
        });
        return state(snapshot.version(), entries);
    }

    private Map<Node, E> readAll(Snapshot snapshot) {
        Map<Node, E> entries = new HashMap<>();
        try (Stream<Node> all = snapshot.documents()) {
            all.filter(documents)
                    .forEach(document -> read(snapshot, document).ifPresent(entry -> entries.put(document, entry)));
        }
        return entries;
    }

    /** In one scan: readers ask the graph once per property, which costs a look-up each where it is stored. */
    private Optional<E> read(Snapshot snapshot, Node document) {
        Graph copy = GraphFactory.createDefaultGraph();
        snapshot.graph(document).find().forEach(copy::add);
        return reader.read(document, copy);
    }

    private State<E, D> state(DataVersion version, Map<Node, E> entries) {
        return new State<>(version, entries, summary.apply(entries));
    }
}
