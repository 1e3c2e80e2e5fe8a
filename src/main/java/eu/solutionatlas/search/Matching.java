package eu.solutionatlas.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Finds the entries of one reading as sets of bits, and counts them by the values of facets: at a cost that depends on how
 * many entries there are, at one bit each, and not on how many are found.
 */
final class Matching {
    /** What was found for the last questions in words: a page further and a facet more ask for the same words. */
    private static final int KEPT = 64;

    private final IndexSearcher searcher;
    private final List<LeafReaderContext> leaves;
    private final List<Segment> segments;
    private final Cache<Query, Matches> found =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** @param segments of each leaf of the reader */
    Matching(IndexSearcher searcher, List<Segment> segments) {
        this.searcher = searcher;
        this.leaves = searcher.getIndexReader().leaves();
        this.segments = segments;
    }

    /** The entries that a query finds, kept for a while. */
    Matches of(Query query) {
        return found.get(query, this::find);
    }

    private Matches find(Query query) {
        try {
            return live(new QueryBits(searcher).of(query));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries that have any of these values. */
    Matches anyOf(String field, Collection<String> values) {
        Matches any = Matches.none(leaves);
        QueryBits bits = new QueryBits(searcher);
        try {
            for (String value : values) {
                bits.add(new Term(field, new BytesRef(value)), any);
            }
            return live(any);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Matches live(Matches matches) {
        for (int i = 0; i < leaves.size(); i++) {
            Bits live = leaves.get(i).reader().getLiveDocs();
            if (live != null) {
                live.applyMask(matches.segments()[i], 0);
            }
        }
        return matches;
    }

    /** How many of these entries have each value of a facet; without those that none has. */
    Map<String, Integer> counts(Matches matches, Facet facet) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            FixedBitSet bits = matches.segments()[i];
            segments.get(i).holders(leaves.get(i).reader(), facet).forEach((value, holders) -> {
                int count = holders.countIn(bits);
                if (count > 0) {
                    counts.merge(value, count, Integer::sum);
                }
            });
        }
        return counts;
    }
}
