package eu.solutionatlas.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * How well each document answers a query: the scores that Lucene gives, worked out a term at a time for all documents
 * instead of all terms at a time for a document, since a word is looked for in some twenty fields. Of documents that the
 * query does not find, the scores mean nothing.
 */
record QueryScores(IndexSearcher searcher) {
    /** Takes scores, each by the number of the document in the whole reading. */
    @FunctionalInterface
    private interface Sink {
        void add(int document, float score);
    }

    /** Scores by the number of the document in the whole reading; 0 where nothing matches. */
    float[] of(Query query) throws IOException {
        float[] scores = new float[searcher.getIndexReader().maxDoc()];
        score(query, 1, (document, score) -> scores[document] += score);
        return scores;
    }

    private void score(Query query, float boost, Sink to) throws IOException {
        switch (query) {
            case BoostQuery boosted -> score(boosted.getQuery(), boost * boosted.getBoost(), to);
            case DisjunctionMaxQuery any -> best(any, boost, to);
            case BooleanQuery all -> {
                for (BooleanClause clause : all.clauses()) {
                    if (clause.isScoring()) {
                        score(clause.query(), boost, to);
                    }
                }
            }
            default -> other(query, boost, to);
        }
    }

    /** The best way counts in full, the others a part. */
    private void best(DisjunctionMaxQuery query, float boost, Sink to) throws IOException {
        float[] best = new float[searcher.getIndexReader().maxDoc()];
        float[] sum = new float[best.length];
        for (Query way : query.getDisjuncts()) {
            score(way, boost, (document, score) -> {
                best[document] = Math.max(best[document], score);
                sum[document] += score;
            });
        }
        float others = query.getTieBreakerMultiplier();
        for (int document = 0; document < best.length; document++) {
            if (best[document] > 0) {
                to.add(document, best[document] + others * (sum[document] - best[document]));
            }
        }
    }

    private void other(Query query, float boost, Sink to) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, boost);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        DocAndFloatFeatureBuffer some = new DocAndFloatFeatureBuffer();
        for (LeafReaderContext leaf : leaves) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            scorer.iterator().nextDoc();
            for (scorer.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, some);
                    some.size > 0;
                    scorer.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, some)) {
                for (int i = 0; i < some.size; i++) {
                    to.add(leaf.docBase + some.docs[i], some.features[i]);
                }
            }
        }
    }
}
