package eu.solutionatlas.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Looks entries up by what names them: their titles in all languages at once, values that only few entries have, or their
 * IRIs. For whoever has a name and wants to know which entry it means, where the search wants to know what a text is about.
 */
public final class NameSearch {
    private static final float SIMILAR = 0.5f;
    private static final float BEGINNING = 0.4f;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int SHORTEST_FUZZY = 4;
    private static final int SURE_FOR_TWO_EDITS = 7;
    private static final int SIMILAR_WORDS = 20;

    private final Reading reading;

    NameSearch(Reading reading) {
        this.reading = reading;
    }

    /**
     * Entries with a title that has some of these words, or words like them: those with the most and the rarest first.
     *
     * @param kind which list
     * @param text as written
     * @param words further spellings of its words, in lower case and without accents
     */
    public List<Hit> near(String kind, String text, Collection<String> words, int size) {
        Set<String> terms = new LinkedHashSet<>(words);
        terms.addAll(Analysis.terms(Analysis.WORDS, text));
        if (terms.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder near =
                new BooleanQuery.Builder().add(Session.kind(kind), Occur.FILTER).setMinimumNumberShouldMatch(1);
        terms.stream().limit(2L * WordQuery.MAX_WORDS).forEach(word -> near.add(like(word), Occur.SHOULD));
        return hits(near.build(), size);
    }

    /** Entries that have any of some values of a facet. */
    public List<Hit> with(String kind, Facet facet, Collection<String> values, int size) {
        Query any = new TermInSetQuery(
                facet.field(), values.stream().map(BytesRef::new).toList());
        return hits(
                new BooleanQuery.Builder()
                        .add(Session.kind(kind), Occur.FILTER)
                        .add(any, Occur.FILTER)
                        .build(),
                size);
    }

    /** The entries that these documents are, in no order; documents that are no entries are left out. */
    public List<Hit> documents(Collection<Node> documents) {
        return named(Fields.DOCUMENT, documents, documents.size());
    }

    /** The entries about these things, in no order; of a thing that several hubs describe, some of them. */
    public List<Hit> things(Collection<Node> things) {
        return named(Fields.THING, things, 2 * things.size());
    }

    private List<Hit> named(String field, Collection<Node> iris, int size) {
        if (iris.isEmpty()) {
            return List.of();
        }
        return hits(
                new TermInSetQuery(
                        field,
                        iris.stream().map(iri -> new BytesRef(iri.getURI())).toList()),
                size);
    }

    private static Query like(String word) {
        Term term = new Term(Fields.TITLE_WORDS, word);
        List<Query> ways = new ArrayList<>(List.of(new TermQuery(term)));
        if (word.length() >= SHORTEST_FUZZY) {
            int edits = word.length() < SURE_FOR_TWO_EDITS ? 1 : 2;
            ways.add(new BoostQuery(new FuzzyQuery(term, edits, 1, SIMILAR_WORDS, true), SIMILAR));
        }
        if (word.length() >= SHORTEST_BEGINNING) {
            ways.add(new BoostQuery(new PrefixQuery(term), BEGINNING));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private List<Hit> hits(Query query, int size) {
        try {
            StoredFields stored = reading.searcher().storedFields();
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : reading.searcher().search(query, size).scoreDocs) {
                hits.add(Fields.hit(stored.document(found.doc)));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
