package eu.solutionatlas.sparql;

import com.github.benmanes.caffeine.cache.Interner;
import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Digest;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/**
 * What a query would count in the union of all documents, of this hub's own, and of the copies from each partner, worked
 * out once for each data version. Documents are counted one by one and summed, so that a change costs no more than what
 * it changed; a triple that two documents have is one triple in their union, and is taken off again.
 */
final class Census {
    /** What is this hub's own goes by no hub's short name. */
    private static final String OWN = "";

    /**
     * The counts of one data version.
     *
     * @param copies by the short name of the hub they were copied from
     */
    record Counts(Figures all, Figures own, SortedMap<String, Figures> copies) {}

    /** What is kept of one document: how much it has, and the hash codes of whom it speaks of. */
    private static final class Page {
        private final Figures figures;
        private final int[] subjects;

        Page(Figures figures, int[] subjects) {
            this.figures = figures;
            this.subjects = subjects;
        }

        boolean speaksOf(Set<Integer> some) {
            return Arrays.stream(subjects).anyMatch(some::contains);
        }
    }

    /**
     * Sums over documents.
     *
     * @param sums by the hub's short name
     * @param meeting documents that speak of what others speak of, too, and so may say the same
     * @param shared the hash codes of what they speak of
     */
    private record Sums(SortedMap<String, Figures> sums, List<Node> meeting, Set<Integer> shared) {}

    private record Known(DataVersion version, Counts counts) {}

    private final Copies copies;
    private final Digest<Page, Sums> pages;
    private volatile @Nullable Known latest;

    Census(Store store, Iris iris) {
        this.copies = new Copies(iris);
        // Most documents have as many of everything as many others.
        Interner<Figures> same = Interner.newWeakInterner();
        this.pages =
                new Digest<>(store, document -> true, (document, graph) -> Optional.of(page(graph, same)), this::sums);
    }

    Counts at(Snapshot snapshot) {
        Known known = latest;
        if (known != null && known.version().equals(snapshot.version())) {
            return known.counts();
        }
        Counts counts = count(snapshot, pages.at(snapshot));
        latest = new Known(snapshot.version(), counts);
        return counts;
    }

    private static Page page(Graph graph, Interner<Figures> same) {
        List<Triple> triples = graph.find().toList();
        int[] subjects = triples.stream()
                .mapToInt(triple -> triple.getSubject().hashCode())
                .distinct()
                .toArray();
        return new Page(same.intern(Figures.of(triples, 1)), subjects);
    }

    private Sums sums(Map<Node, Page> all) {
        Map<String, List<Figures>> parts = new HashMap<>();
        all.forEach((document, page) ->
                parts.computeIfAbsent(hubOf(document), hub -> new ArrayList<>()).add(page.figures));
        SortedMap<String, Figures> sums = new TreeMap<>();
        parts.forEach((hub, figures) -> sums.put(hub, Figures.sum(figures)));
        Set<Integer> shared = repeated(all.values().stream()
                .flatMapToInt(page -> Arrays.stream(page.subjects))
                .sorted()
                .toArray());
        List<Node> meeting = all.entrySet().stream()
                .filter(entry -> entry.getValue().speaksOf(shared))
                .map(Map.Entry::getKey)
                .toList();
        return new Sums(sums, meeting, shared);
    }

    private String hubOf(Node document) {
        return copies.partnerOf(document).orElse(OWN);
    }

    private static Set<Integer> repeated(int[] sorted) {
        Set<Integer> repeated = new HashSet<>();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                repeated.add(sorted[i]);
            }
        }
        return repeated;
    }

    private Counts count(Snapshot snapshot, Sums sums) {
        Repetitions everywhere = new Repetitions();
        Map<String, Repetitions> byHub = new HashMap<>();
        for (Node document : sums.meeting()) {
            Repetitions ofHub = byHub.computeIfAbsent(hubOf(document), hub -> new Repetitions());
            snapshot.graph(document).find().forEach(triple -> {
                if (sums.shared().contains(triple.getSubject().hashCode())) {
                    everywhere.note(triple);
                    ofHub.note(triple);
                }
            });
        }
        SortedMap<String, Figures> exact = sums.sums().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().without(byHub.getOrDefault(entry.getKey(), new Repetitions()).again),
                        (one, other) -> one,
                        TreeMap::new));
        Figures all = Figures.sum(sums.sums().values()).without(everywhere.again);
        Figures own = Optional.ofNullable(exact.remove(OWN)).orElse(Figures.NONE);
        return new Counts(all, own, exact);
    }

    /** Triples that come again. */
    private static final class Repetitions {
        private final Set<Triple> seen = new HashSet<>();
        private final List<Triple> again = new ArrayList<>();

        void note(Triple triple) {
            if (!seen.add(triple)) {
                again.add(triple);
            }
        }
    }
}
