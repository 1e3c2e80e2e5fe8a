package eu.solutionatlas.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of a question as a query. Each is read as a word of every language at once and looked for in the texts of
 * that language: an entry that exists in Polish only is found by a German word for its theme, whose German name is
 * indexed with it.
 */
record WordQuery(String text, String language) {
    /** More words than this say nothing more. */
    static final int MAX_WORDS = 16;

    private static final float OWN_LANGUAGE = 1.3f;
    private static final float AS_IT_STANDS = 0.7f;
    private static final float PART = 0.4f;
    private static final float SIMILAR = 0.2f;
    /** Next to the best field of a word, the others count so much. */
    private static final float OTHER_FIELDS = 0.1f;
    /** Words of fewer letters are not looked for by words like them. */
    private static final int SHORTEST_FUZZY = 4;

    private static final int SURE_FOR_TWO_EDITS = 7;
    private static final int SAME_BEGINNING = 1;
    private static final int SIMILAR_WORDS = 30;

    private static final Analyzer PLAIN = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new LowerCaseFilter(words));
        }
    };

    /** The words that say something, in lower case. */
    List<String> words() {
        List<String> all = Analysis.terms(PLAIN, text).stream().limit(MAX_WORDS).toList();
        List<String> telling = all.stream()
                .filter(word -> !Analysis.isStopWord(language, word))
                .toList();
        return telling.isEmpty() ? all : telling;
    }

    /** Entries that have every word. */
    Query strict() {
        if (text.isBlank()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        List<String> words = words();
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no word in it");
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(best(exact(word)), Occur.MUST));
        return all.build();
    }

    /** Entries that have half of the words at least, or parts of them, or words like them. */
    Query loose() {
        List<String> words = words();
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        for (String word : words) {
            List<Query> ways = exact(word);
            for (String part : Analysis.terms(Analysis.indexed("de"), word)) {
                inFields("de", part, PART, ways);
            }
            String folded = String.join("", Analysis.terms(Analysis.WORDS, word));
            if (folded.length() >= SHORTEST_FUZZY) {
                Term term = new Term(Fields.WORDS, folded);
                int edits = folded.length() < SURE_FOR_TWO_EDITS ? 1 : 2;
                ways.add(new BoostQuery(new FuzzyQuery(term, edits, SAME_BEGINNING, SIMILAR_WORDS, true), SIMILAR));
                ways.add(new BoostQuery(new PrefixQuery(term), SIMILAR));
            }
            some.add(best(ways), Occur.SHOULD);
        }
        return some.setMinimumNumberShouldMatch((words.size() + 1) / 2).build();
    }

    /** Entries that have one word, in any field. */
    Query of(String word) {
        return best(exact(word));
    }

    private static Query best(List<Query> ways) {
        return new DisjunctionMaxQuery(ways, OTHER_FIELDS);
    }

    private List<Query> exact(String word) {
        List<Query> ways = new ArrayList<>();
        for (String one : Analysis.LANGUAGES) {
            for (String term : Analysis.terms(Analysis.asked(one), word)) {
                inFields(one, term, one.equals(language) ? OWN_LANGUAGE : 1, ways);
            }
        }
        for (String term : Analysis.terms(Analysis.WORDS, word)) {
            ways.add(new BoostQuery(new TermQuery(new Term(Fields.WORDS, term)), AS_IT_STANDS));
        }
        return ways;
    }

    private static void inFields(String language, String term, float weight, List<Query> ways) {
        for (Fields.Part part : Fields.Part.values()) {
            ways.add(new BoostQuery(new TermQuery(new Term(part.in(language), term)), part.weight() * weight));
        }
    }
}
