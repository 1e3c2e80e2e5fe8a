package eu.solutionatlas.search;

import org.apache.lucene.util.FixedBitSet;

/** Puts documents into the order of their scores. */
final class Ranking {
    private static final int BITS = 11;
    private static final int PASSES = 3;

    private Ranking() {}

    /**
     * The documents that were found, the best first; equals stay in the order that is given.
     *
     * @param scores by number of the document, none of them negative
     */
    static int[] rank(int[] order, FixedBitSet found, float[] scores) {
        int[] documents = new int[found.cardinality()];
        int[] keys = new int[documents.length];
        int size = 0;
        for (int document : order) {
            if (found.get(document)) {
                documents[size] = document;
                // The bits of numbers that are not negative are in the order of the numbers.
                keys[size++] = ~Float.floatToIntBits(scores[document]) & Integer.MAX_VALUE;
            }
        }
        for (int pass = 0; pass < PASSES; pass++) {
            int shift = pass * BITS;
            int[] next = new int[(1 << BITS) + 1];
            for (int key : keys) {
                next[(key >>> shift & (1 << BITS) - 1) + 1]++;
            }
            for (int i = 1; i < next.length; i++) {
                next[i] += next[i - 1];
            }
            int[] sortedDocuments = new int[size];
            int[] sortedKeys = new int[size];
            for (int i = 0; i < size; i++) {
                int place = next[keys[i] >>> shift & (1 << BITS) - 1]++;
                sortedDocuments[place] = documents[i];
                sortedKeys[place] = keys[i];
            }
            documents = sortedDocuments;
            keys = sortedKeys;
        }
        return documents;
    }
}
