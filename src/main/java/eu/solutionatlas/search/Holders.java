package eu.solutionatlas.search;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** The documents of a segment that have one value of a facet, in whichever form is smaller. */
sealed interface Holders {
    /** How many of them were found. */
    int countIn(FixedBitSet found);

    /** @param size how many there are of them, or more */
    static Holders of(DocIdSetIterator documents, int size, int maxDoc) throws IOException {
        if (size >= maxDoc / Integer.SIZE) {
            FixedBitSet bits = new FixedBitSet(maxDoc);
            bits.or(documents);
            return new Many(bits);
        }
        int[] few = new int[size];
        int length = 0;
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            few[length++] = document;
        }
        return new Few(few, length);
    }

    /** A bit for each document of the segment. */
    record Many(FixedBitSet bits) implements Holders {
        @Override
        public int countIn(FixedBitSet found) {
            return Math.toIntExact(FixedBitSet.intersectionCount(bits, found));
        }
    }

    /** A number for each. */
    record Few(int[] documents, int length) implements Holders {
        @Override
        public int countIn(FixedBitSet found) {
            int count = 0;
            for (int i = 0; i < length; i++) {
                count += found.get(documents[i]) ? 1 : 0;
            }
            return count;
        }
    }
}
