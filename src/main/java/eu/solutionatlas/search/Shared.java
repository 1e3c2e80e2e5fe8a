package eu.solutionatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * What entries of one reading have in common: one walk over the values of a facet, in which those that a single entry has
 * cost next to nothing.
 */
record Shared(IndexReader reader, Facet facet) {
    /** Hands over each value that at least two and at most so many entries have, with the numbers of these. */
    void each(int most, BiConsumer<String, List<Integer>> use) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, facet.field());
        if (terms == null) {
            return;
        }
        Bits live = MultiBits.getLiveDocs(reader);
        TermsEnum values = terms.iterator();
        PostingsEnum postings = null;
        while (values.next() != null) {
            if (values.docFreq() > 1) {
                postings = values.postings(postings, PostingsEnum.NONE);
                List<Integer> entries = living(postings, live, most);
                if (entries.size() > 1 && entries.size() <= most) {
                    use.accept(values.term().utf8ToString(), entries);
                }
            }
        }
    }

    /** At most one more than are wanted. */
    private static List<Integer> living(PostingsEnum postings, @Nullable Bits live, int most) throws IOException {
        List<Integer> entries = new ArrayList<>();
        while (entries.size() <= most && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(postings.docID())) {
                entries.add(postings.docID());
            }
        }
        return entries;
    }
}
