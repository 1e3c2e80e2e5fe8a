package eu.solutionatlas.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * Documents of some segments in the order of a field; equals in the order of their numbers.
 *
 * @param documents numbers within the whole reading
 * @param keys of each, as numbers of its segment's terms
 * @param terms of each segment
 */
record SortedRun(int[] documents, int[] keys, List<LeafReaderContext> leaves, List<SortedDocValues> terms) {
    /**
     * This run with a shorter one of other segments in it. The places are looked for in leaps, so that a few documents cost
     * a few comparisons, however many there are already.
     */
    SortedRun with(SortedRun shorter) throws IOException {
        SortedRun merged = new SortedRun(
                new int[documents.length + shorter.documents.length],
                new int[documents.length + shorter.documents.length],
                leaves,
                terms);
        int from = 0;
        for (int i = 0; i < shorter.documents.length; i++) {
            int to = placeOf(shorter.term(i), shorter.documents[i], from);
            copy(this, from, merged, from + i, to - from);
            copy(shorter, i, merged, to + i, 1);
            from = to;
        }
        copy(this, from, merged, from + shorter.documents.length, documents.length - from);
        return merged;
    }

    private static void copy(SortedRun from, int at, SortedRun to, int place, int length) {
        System.arraycopy(from.documents, at, to.documents, place, length);
        System.arraycopy(from.keys, at, to.keys, place, length);
    }

    private BytesRef term(int i) throws IOException {
        return terms.get(ReaderUtil.subIndex(documents[i], leaves)).lookupOrd(keys[i]);
    }

    /** Where a document belongs, at some place or behind it. */
    private int placeOf(BytesRef term, int document, int from) throws IOException {
        int low = from;
        int leap = 1;
        while (low + leap <= documents.length && isBefore(low + leap - 1, term, document)) {
            low += leap;
            leap *= 2;
        }
        int high = Math.min(low + leap - 1, documents.length);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(middle, term, document)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(int i, BytesRef term, int document) throws IOException {
        int difference = term(i).compareTo(term);
        return difference < 0 || difference == 0 && documents[i] < document;
    }
}
