package eu.solutionatlas.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * What is kept in memory of one segment of the index: made once, when it is first asked for, and good for as long as there
 * is the segment. All that can change in one is which of its documents are deleted, and that is not looked at here.
 */
final class Segment {
    /**
     * The documents of a segment in the order of some field.
     *
     * @param documents numbers within the segment
     * @param keys of each of them, as numbers of the segment's terms
     */
    record Order(int[] documents, int[] keys) {}

    private final Map<Facet, Map<String, Holders>> holders = new ConcurrentHashMap<>();
    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    /**
     * Which documents have each value of a facet.
     *
     * @param reader of this segment, as are all others here
     */
    Map<String, Holders> holders(LeafReader reader, Facet facet) {
        return kept(holders, facet, () -> readHolders(reader, facet));
    }

    /** The documents by the sorted values of a field that each of them has. */
    Order order(LeafReader reader, String field) {
        return kept(orders, field, () -> readOrder(reader, field));
    }

    @FunctionalInterface
    private interface Read<T> {
        T read() throws IOException;
    }

    private static <K, V> V kept(Map<K, V> all, K key, Read<V> read) {
        return all.computeIfAbsent(key, none -> {
            try {
                return read.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Map<String, Holders> readHolders(LeafReader reader, Facet facet) throws IOException {
        Map<String, Holders> found = new HashMap<>();
        TermsEnum values = Terms.getTerms(reader, facet.field()).iterator();
        PostingsEnum postings = null;
        for (BytesRef value = values.next(); value != null; value = values.next()) {
            postings = values.postings(postings, PostingsEnum.NONE);
            found.put(value.utf8ToString(), Holders.of(postings, values.docFreq(), reader.maxDoc()));
        }
        return found;
    }

    /** Sorts by counting: a segment has its terms in order already. */
    private static Order readOrder(LeafReader reader, String field) throws IOException {
        SortedDocValues values = DocValues.getSorted(reader, field);
        int[] next = new int[values.getValueCount() + 1];
        int[] keyOf = new int[reader.maxDoc()];
        int size = 0;
        Arrays.fill(keyOf, -1);
        for (int document = values.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = values.nextDoc()) {
            keyOf[document] = values.ordValue();
            next[values.ordValue() + 1]++;
            size++;
        }
        for (int key = 1; key < next.length; key++) {
            next[key] += next[key - 1];
        }
        Order order = new Order(new int[size], new int[size]);
        for (int document = 0; document < keyOf.length; document++) {
            if (keyOf[document] >= 0) {
                int place = next[keyOf[document]]++;
                order.documents()[place] = document;
                order.keys()[place] = keyOf[document];
            }
        }
        return order;
    }
}
