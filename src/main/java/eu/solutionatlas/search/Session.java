package eu.solutionatlas.search;

import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;

/** A search over one reading of the index: whatever is asked of it, it answers from the same data. */
public final class Session implements AutoCloseable {
    /**
     * How many entries there would be with other values of one facet.
     *
     * @param rest with just the values that it was asked for; of no value at all, the facet does not count
     * @param with one value more, by that value. Values that no entry has are left out
     */
    public record Around(int rest, Map<String, Integer> with) {}

    /** What the numbers of one facet depend on: many values of a facet share theirs. */
    private record Asked(Question question, Facet facet, Set<String> rest) {}

    /** The words of a question, as they were understood. */
    private record Understood(Query text, boolean loosened, Optional<String> meant) {}

    private final Reading reading;
    private final Map<String, Understood> understood = new HashMap<>();
    private final Map<Query, Facets> counted = new HashMap<>();
    private final Map<Asked, Around> arounds = new HashMap<>();

    /** @param reading entered already */
    Session(Reading reading) {
        this.reading = reading;
    }

    /** The version of the data that is searched. */
    public DataVersion version() {
        return reading.version();
    }

    /**
     * Searches.
     *
     * @param from how many hits to leave out
     * @param size how many to give at most
     */
    public Answer answer(Question question, int from, int size) {
        return unchecked(() -> {
            Understood words = understand(question);
            Query filtered = filtered(question, words.text());
            return new Answer(
                    reading.searcher().count(filtered),
                    hits(filtered, order(question), from, size),
                    words.loosened(),
                    words.meant());
        });
    }

    /**
     * Hands over everything that a question finds, in its order, one by one.
     *
     * @param most how many at most
     */
    public void each(Question question, int most, Consumer<Hit> use) {
        unchecked(() -> {
            Query filtered = filtered(question, understand(question).text());
            int total = Math.min(most, reading.searcher().count(filtered));
            TopDocs found = reading.searcher().search(filtered, Math.max(1, total), order(question));
            StoredFields stored = reading.searcher().storedFields();
            for (ScoreDoc one : found.scoreDocs) {
                use.accept(Fields.hit(stored.document(one.doc)));
            }
            return found;
        });
    }

    /** The things that a question finds, in no order. */
    public Set<Node> things(Question question) {
        return unchecked(() -> {
            Query filtered = filtered(question, understand(question).text());
            int total = reading.searcher().count(filtered);
            TopDocs found = reading.searcher().search(filtered, Math.max(1, total), Sort.INDEXORDER);
            StoredFields stored = reading.searcher().storedFields();
            Set<Node> things = new HashSet<>();
            for (ScoreDoc one : found.scoreDocs) {
                things.add(NodeFactory.createURI(
                        Fields.value(stored.document(one.doc, Set.of(Fields.THING)), Fields.THING)));
            }
            return things;
        });
    }

    /**
     * The entries that have most in common with another one, the nearest first.
     *
     * @param kind which list they are taken from
     * @param essential traits of which they must share one at least
     * @param further traits that count as well
     * @param except the document of the entry itself
     */
    public List<Hit> nearest(
            String kind, Collection<Trait> essential, Collection<Trait> further, Node except, int size) {
        return unchecked(() -> {
            BooleanQuery.Builder akin = new BooleanQuery.Builder();
            essential.forEach(trait -> akin.add(trait.query(), Occur.SHOULD));
            BooleanQuery.Builder near = new BooleanQuery.Builder()
                    .add(akin.build(), Occur.MUST)
                    .add(new TermQuery(new Term(Fields.KIND, kind)), Occur.FILTER)
                    .add(new TermQuery(new Term(Fields.DOCUMENT, except.getURI())), Occur.MUST_NOT);
            further.forEach(trait -> near.add(trait.query(), Occur.SHOULD));
            return hits(
                    near.build(),
                    new Sort(SortField.FIELD_SCORE, new SortField(Fields.byTitle("en"), SortField.Type.STRING)),
                    0,
                    size);
        });
    }

    /** How many entries a question would find without any of them being looked at. */
    public int count(Question question) {
        return unchecked(() ->
                reading.searcher().count(filtered(question, understand(question).text())));
    }

    /** What a question would find if a facet had these values instead, and one more. */
    public Around around(Question question, Facet facet, Set<String> rest) {
        Asked asked = new Asked(question, facet, Set.copyOf(rest));
        Around known = arounds.get(asked);
        if (known == null) {
            known = countAround(question, facet, asked.rest());
            arounds.put(asked, known);
        }
        return known;
    }

    private Around countAround(Question question, Facet facet, Set<String> rest) {
        return unchecked(() -> {
            Query text = understand(question).text();
            Query others = filtered(question.with(facet, Set.of()), text);
            if (rest.isEmpty()) {
                return new Around(reading.searcher().count(others), values(facets(others), facet));
            }
            int base = reading.searcher().count(filtered(question.with(facet, rest), text));
            Query more = new BooleanQuery.Builder()
                    .add(others, Occur.MUST)
                    .add(anyOf(facet, rest), Occur.MUST_NOT)
                    .build();
            Map<String, Integer> with = new HashMap<>();
            // One value more changes nothing where all that have it are there already.
            values(facets(others), facet).keySet().forEach(value -> with.put(value, base));
            values(facets(more), facet).forEach((value, added) -> with.put(value, base + added));
            return new Around(base, with);
        });
    }

    private Understood understand(Question question) throws IOException {
        String key = question.kind() + ' ' + question.language() + ' ' + question.text();
        Understood known = understood.get(key);
        if (known == null) {
            known = read(question);
            understood.put(key, known);
        }
        return known;
    }

    private Understood read(Question question) throws IOException {
        WordQuery words = new WordQuery(question.text(), question.language());
        Query strict = words.strict();
        if (question.text().isBlank() || exists(question, strict)) {
            return new Understood(strict, false, Optional.empty());
        }
        Optional<String> meant = meant(words);
        if (meant.isPresent()) {
            Query corrected = new WordQuery(meant.get(), question.language()).strict();
            if (exists(question, corrected)) {
                return new Understood(corrected, true, meant);
            }
        }
        return new Understood(words.loose(), true, meant);
    }

    private boolean exists(Question question, Query text) throws IOException {
        return reading.searcher().count(inKind(question, text)) > 0;
    }

    private static Query inKind(Question question, Query text) {
        return new BooleanQuery.Builder()
                .add(text, Occur.MUST)
                .add(new TermQuery(new Term(Fields.KIND, question.kind())), Occur.FILTER)
                .build();
    }

    private static Query filtered(Question question, Query text) {
        BooleanQuery.Builder all = new BooleanQuery.Builder()
                .add(text, Occur.MUST)
                .add(new TermQuery(new Term(Fields.KIND, question.kind())), Occur.FILTER);
        question.chosen().forEach((facet, values) -> all.add(anyOf(facet, values), Occur.FILTER));
        return all.build();
    }

    private static Query anyOf(Facet facet, Collection<String> values) {
        return new TermInSetQuery(
                facet.field(), values.stream().map(BytesRef::new).toList());
    }

    private static Sort order(Question question) {
        SortField title = new SortField(
                Fields.byTitle(Analysis.isKnown(question.language()) ? question.language() : "en"),
                SortField.Type.STRING);
        return switch (question.order()) {
            case TITLE -> new Sort(title);
            case NEWEST -> new Sort(new SortField(Fields.ENTERED, SortField.Type.STRING, true), title);
            case BEST -> question.text().isBlank() ? new Sort(title) : new Sort(SortField.FIELD_SCORE, title);
        };
    }

    private List<Hit> hits(Query query, Sort order, int from, int size) throws IOException {
        TopDocs found = reading.searcher().search(query, Math.max(1, from + size), order);
        StoredFields stored = reading.searcher().storedFields();
        List<Hit> hits = new ArrayList<>();
        for (int i = from; i < Math.min(found.scoreDocs.length, from + size); i++) {
            hits.add(Fields.hit(stored.document(found.scoreDocs[i].doc)));
        }
        return hits;
    }

    private Facets facets(Query query) throws IOException {
        Facets known = counted.get(query);
        if (known == null) {
            FacetsCollector collected = reading.searcher().search(query, new FacetsCollectorManager());
            known = reading.facets() == null
                    ? new NoFacets()
                    : new SortedSetDocValuesFacetCounts(reading.facets(), collected);
            counted.put(query, known);
        }
        return known;
    }

    private static Map<String, Integer> values(Facets facets, Facet facet) throws IOException {
        FacetResult found = facets.getAllChildren(facet.field());
        Map<String, Integer> values = new HashMap<>();
        if (found != null) {
            for (LabelAndValue value : found.labelValues) {
                values.put(value.label, value.value.intValue());
            }
        }
        return values;
    }

    /** The question with those words replaced that are in no entry, each by the likeliest one that is. */
    private Optional<String> meant(WordQuery words) throws IOException {
        DirectSpellChecker speller = new DirectSpellChecker();
        speller.setMinQueryLength(3);
        List<String> meant = new ArrayList<>();
        boolean other = false;
        for (String word : words.words()) {
            String folded = String.join("", Analysis.terms(Analysis.WORDS, word));
            boolean known = reading.searcher().count(words.of(word)) > 0;
            SuggestWord[] like = known
                    ? new SuggestWord[0]
                    : speller.suggestSimilar(
                            new Term(Fields.WORDS, folded), 1, reading.reader(), SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
            other |= like.length > 0;
            meant.add(like.length > 0 ? like[0].string : word);
        }
        return other ? Optional.of(String.join(" ", meant)) : Optional.empty();
    }

    /** Titles for what somebody has typed so far, by title: those that have each word, and begin with the last. */
    public List<Hit> suggest(String kind, String typed, String language, int size) {
        return unchecked(() -> suggestions(kind, typed, language, size));
    }

    private List<Hit> suggestions(String kind, String typed, String language, int size) throws IOException {
        List<String> words = Analysis.terms(Analysis.WORDS, typed).stream()
                .limit(WordQuery.MAX_WORDS)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                .add(new TermQuery(new Term(Fields.KIND, kind)), Occur.FILTER);
        for (int i = 0; i < words.size(); i++) {
            Term word = new Term(Fields.TITLE_WORDS, words.get(i));
            all.add(i == words.size() - 1 ? new PrefixQuery(word) : new TermQuery(word), Occur.MUST);
        }
        SortField title =
                new SortField(Fields.byTitle(Analysis.isKnown(language) ? language : "en"), SortField.Type.STRING);
        return hits(all.build(), new Sort(title), 0, size);
    }

    @FunctionalInterface
    private interface Read<T> {
        T read() throws IOException;
    }

    private static <T> T unchecked(Read<T> read) {
        try {
            return read.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        reading.leave();
    }

    /** An index without any value of any facet. */
    private static final class NoFacets extends Facets {
        @Override
        public org.apache.lucene.facet.FacetResult getAllChildren(String dim, String... path) {
            return new FacetResult(dim, path, 0, new LabelAndValue[0], 0);
        }

        @Override
        public FacetResult getTopChildren(int topN, String dim, String... path) {
            return getAllChildren(dim, path);
        }

        @Override
        public Number getSpecificValue(String dim, String... path) {
            return 0;
        }

        @Override
        public List<FacetResult> getAllDims(int topN) {
            return List.of();
        }
    }
}
