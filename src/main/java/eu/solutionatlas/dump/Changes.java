package eu.solutionatlas.dump;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is new in a set since the one before it, in short: all of it is counted, and the first of each kind are named.
 *
 * @param since the name of the set before
 * @param parts of this hub's own documents: those that were added, changed, removed, and of which kind; none that is empty
 * @param copies of partners' documents, by hub; none of a hub of which nothing changed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Changes(String since, List<Part> parts, List<Copied> copies) {
    /** How many of each part are named. */
    static final int NAMED = 20;

    public Changes {
        parts = List.copyOf(parts);
        copies = List.copyOf(copies);
    }

    /** What became of a document. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED;

        /** In the manifest. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Documents of one kind to which the same happened.
     *
     * @param kind {@code solution}, {@code actor} or {@code other}, such as a vocabulary
     * @param count all of them
     * @param first some of them, in the order of their IRIs
     */
    public record Part(Kind change, String kind, long count, List<Named> first) {}

    /**
     * A document.
     *
     * @param document its IRI
     * @param names what it is about is, or was, called, by language tag; empty when unknown
     */
    public record Named(String document, Map<String, String> names) {}

    /** How many documents of a partner's copy were added, changed and removed. */
    public record Copied(String hub, long added, long changed, long removed) {}

    /**
     * Compares a set with one that is being written.
     *
     * @param after the inventory of the latter
     */
    static Changes between(DumpSet before, Path after) throws IOException {
        Counter counter = new Counter();
        SetComparison.of(before.directory().resolve(Inventory.FILE_NAME), after, counter::take);
        return counter.changes(before.id().toString());
    }

    /** How many of a part there are; what is not there is none. */
    public long count(Kind change, String kind) {
        return parts.stream()
                .filter(part -> part.change() == change && part.kind().equals(kind))
                .mapToLong(Part::count)
                .sum();
    }

    private static final class Counter {
        private record Key(Kind change, String kind) {}

        private static final List<String> KINDS =
                List.of(InventoryLine.SOLUTION, InventoryLine.ACTOR, InventoryLine.OTHER);

        private final Map<Key, List<Named>> named = new HashMap<>();
        private final Map<Key, Long> counts = new HashMap<>();
        private final SortedMap<String, long[]> copies = new TreeMap<>();

        void take(Difference difference) {
            Optional<Kind> change = difference.kind();
            if (change.isPresent()) {
                InventoryLine line = difference.line();
                line.hub()
                        .ifPresentOrElse(
                                hub -> copies.computeIfAbsent(hub, none -> new long[Kind.values().length])[
                                        change.get().ordinal()]++,
                                () -> own(change.get(), line));
            }
        }

        private void own(Kind change, InventoryLine line) {
            Key key = new Key(change, line.kind());
            counts.merge(key, 1L, Long::sum);
            List<Named> first = named.computeIfAbsent(key, none -> new ArrayList<>());
            if (first.size() < NAMED) {
                first.add(new Named(line.document(), line.names()));
            }
        }

        Changes changes(String since) {
            List<Part> parts = new ArrayList<>();
            for (Kind change : Kind.values()) {
                for (String kind : KINDS) {
                    Key key = new Key(change, kind);
                    if (counts.containsKey(key)) {
                        parts.add(new Part(
                                change,
                                kind,
                                counts.getOrDefault(key, 0L),
                                List.copyOf(named.getOrDefault(key, List.of()))));
                    }
                }
            }
            List<Copied> copied = copies.entrySet().stream()
                    .map(hub -> new Copied(
                            hub.getKey(),
                            hub.getValue()[Kind.ADDED.ordinal()],
                            hub.getValue()[Kind.CHANGED.ordinal()],
                            hub.getValue()[Kind.REMOVED.ordinal()]))
                    .toList();
            return new Changes(since, List.copyOf(parts), copied);
        }
    }
}
