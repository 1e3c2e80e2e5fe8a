package eu.solutionatlas.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * All documents of one reading in the orders that lists have: a part of a list is read off, whatever was found. Made when
 * first asked for; by title, out of those of the segments.
 */
final class Orders {
    /** Of the last questions in words, so many documents are kept in their order: at four bytes each, 8 MB. */
    private static final int KEPT = 2_000_000;

    private record Ranked(Query text, String field) {}

    private final List<LeafReaderContext> leaves;
    private final List<Segment> segments;
    private final int size;
    private final Map<String, int[]> byTitle = new ConcurrentHashMap<>();
    private final Map<String, int[]> newest = new ConcurrentHashMap<>();

    private final IndexSearcher searcher;
    private final Cache<Ranked, int[]> best = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Ranked question, int[] order) -> order.length)
            .build();

    /** @param segments of each leaf of the reader */
    Orders(IndexSearcher searcher, List<Segment> segments) {
        this.searcher = searcher;
        this.leaves = searcher.getIndexReader().leaves();
        this.segments = segments;
        this.size = leaves.stream().mapToInt(leaf -> leaf.reader().maxDoc()).sum();
    }

    /** The numbers of some entries by title. */
    List<Integer> byTitle(Matches matches, String field, int from, int length) {
        return part(matches, byTitle(field), from, length);
    }

    /** The numbers of some entries, the newest first, those of one day by title. */
    List<Integer> newest(Matches matches, String field, int from, int length) {
        return part(matches, newest.computeIfAbsent(field, this::readNewest), from, length);
    }

    /**
     * The numbers of some entries, the best answers first, equals by title.
     *
     * @param matches among which they are
     * @param text the words that decide
     * @param all that have the words
     */
    List<Integer> best(Matches matches, Query text, Matches all, String field, int from, int length) {
        int[] order = best.get(new Ranked(text, field), ranked -> rank(text, all, field));
        return part(matches, order, from, length);
    }

    private int[] rank(Query text, Matches all, String field) {
        try {
            return Ranking.rank(byTitle(field), all.whole(leaves), new QueryScores(searcher).of(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Integer> part(Matches matches, int[] order, int from, int length) {
        FixedBitSet found = matches.whole(leaves);
        List<Integer> part = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < order.length && part.size() < length; i++) {
            if (found.get(order[i]) && ++before > from) {
                part.add(order[i]);
            }
        }
        return part;
    }

    private int[] byTitle(String field) {
        return byTitle.computeIfAbsent(field, this::readByTitle);
    }

    private int[] readByTitle(String field) {
        try {
            List<SortedRun> runs = new ArrayList<>();
            List<SortedDocValues> terms = new ArrayList<>();
            for (LeafReaderContext leaf : leaves) {
                terms.add(DocValues.getSorted(leaf.reader(), field));
                Segment.Order order = segments.get(leaf.ord).order(leaf.reader(), field);
                int[] documents = order.documents();
                if (leaf.docBase > 0) {
                    documents = Arrays.stream(documents)
                            .map(document -> leaf.docBase + document)
                            .toArray();
                }
                runs.add(new SortedRun(documents, order.keys(), leaves, terms));
            }
            runs.sort(Comparator.comparing((SortedRun run) -> run.documents().length)
                    .reversed());
            SortedRun all = new SortedRun(new int[0], new int[0], leaves, terms);
            for (SortedRun run : runs) {
                all = all.documents().length == 0 ? run : all.with(run);
            }
            return all.documents();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sorts the order by title by days, of which there are few, the latest first. */
    private int[] readNewest(String field) {
        try {
            int[] days = days();
            int[] titles = byTitle(field);
            int[] next = new int[Arrays.stream(days).max().orElse(0) + 2];
            for (int document : titles) {
                next[days[document] + 1]++;
            }
            for (int day = 1; day < next.length; day++) {
                next[day] += next[day - 1];
            }
            int[] order = new int[titles.length];
            for (int document : titles) {
                order[next[days[document]]++] = document;
            }
            return order;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The day on which each document came into the catalogue, the latest of all being 0. */
    private int[] days() throws IOException {
        NavigableMap<BytesRef, Integer> numbers = new TreeMap<>(Comparator.reverseOrder());
        for (LeafReaderContext leaf : leaves) {
            SortedDocValues values = DocValues.getSorted(leaf.reader(), Fields.ENTERED);
            for (int key = 0; key < values.getValueCount(); key++) {
                numbers.put(BytesRef.deepCopyOf(values.lookupOrd(key)), 0);
            }
        }
        int number = 0;
        for (Map.Entry<BytesRef, Integer> day : numbers.entrySet()) {
            day.setValue(number++);
        }
        int[] days = new int[size];
        Arrays.fill(days, number);
        for (LeafReaderContext leaf : leaves) {
            SortedDocValues values = DocValues.getSorted(leaf.reader(), Fields.ENTERED);
            int[] ofKey = new int[values.getValueCount()];
            for (int key = 0; key < ofKey.length; key++) {
                ofKey[key] = numbers.getOrDefault(values.lookupOrd(key), number);
            }
            for (int document = values.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = values.nextDoc()) {
                days[leaf.docBase + document] = ofKey[values.ordValue()];
            }
        }
        return days;
    }
}
