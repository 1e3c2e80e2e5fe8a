package eu.solutionatlas.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Something that two entries can have in common.
 *
 * @param value of the facet
 * @param weight how much it counts
 */
public record Trait(Facet facet, String value, float weight) {
    Query query() {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(facet.field(), value))), weight);
    }
}
