package eu.solutionatlas.search;

import java.util.List;
import java.util.function.BiConsumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/**
 * Entries of one reading that have something in common, a bit for each document of each segment. Whoever has made one
 * changes it no more.
 */
record Matches(FixedBitSet[] segments) {
    /** No entry at all. */
    static Matches none(List<LeafReaderContext> leaves) {
        return new Matches(leaves.stream()
                .map(leaf -> new FixedBitSet(leaf.reader().maxDoc()))
                .toArray(FixedBitSet[]::new));
    }

    Matches and(Matches others) {
        return with(others, FixedBitSet::and);
    }

    Matches andNot(Matches others) {
        return with(others, FixedBitSet::andNot);
    }

    Matches or(Matches others) {
        return with(others, FixedBitSet::or);
    }

    private Matches with(Matches others, BiConsumer<FixedBitSet, FixedBitSet> change) {
        FixedBitSet[] result = new FixedBitSet[segments.length];
        for (int i = 0; i < segments.length; i++) {
            result[i] = segments[i].clone();
            change.accept(result[i], others.segments[i]);
        }
        return new Matches(result);
    }

    int count() {
        int count = 0;
        for (FixedBitSet segment : segments) {
            count += segment.cardinality();
        }
        return count;
    }

    /** A bit for each document of the whole reading. */
    FixedBitSet whole(List<LeafReaderContext> leaves) {
        if (segments.length == 1) {
            return segments[0];
        }
        int size = 0;
        for (FixedBitSet segment : segments) {
            size += segment.length();
        }
        FixedBitSet all = new FixedBitSet(size);
        for (int i = 0; i < segments.length; i++) {
            FixedBitSet.orRange(segments[i], 0, all, leaves.get(i).docBase, segments[i].length());
        }
        return all;
    }
}
