package eu.solutionatlas.search;

import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.document.Document;
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
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;

/** A search over one reading of the index: whatever is asked of it, it answers from the same data. */
public final class Session implements AutoCloseable {
    /**
     * How many entries there would be with other values of one facet.
     *
     * @param rest with just the values that it was asked for; of no value at all, the facet does not count
     * @param with one value more, by that value. Values that no entry has are left out
     */
    public record Around(int rest, Map<String, Integer> with) {}

    /** An entry, by its document and what that is about. */
    public record Found(Node document, Node thing) {}

    /** What the entries found depend on: all of a question but its order. */
    private record Asked(String kind, String text, String language, Map<Facet, Set<String>> chosen) {}

    /** What the numbers of one facet depend on: many values of a facet share theirs. */
    private record Beside(Question question, Facet facet, Set<String> rest) {}

    private final Reading reading;
    private final Understanding understanding;
    private final Map<Asked, Matches> found = new HashMap<>();
    private final Map<Beside, Around> arounds = new HashMap<>();

    /** @param reading entered already */
    Session(Reading reading) {
        this.reading = reading;
        this.understanding = new Understanding(reading);
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
            Understanding.Words words = understanding.of(question);
            Matches matches = matches(question);
            return new Answer(
                    matches.count(), hits(documents(question, matches, from, size)), words.loosened(), words.meant());
        });
    }

    /** Hands over everything that a question finds, in its order, one by one. */
    public void each(Question question, Consumer<Hit> use) {
        unchecked(() -> {
            Matches matches = matches(question);
            StoredFields stored = reading.searcher().storedFields();
            for (int document : documents(question, matches, 0, matches.count())) {
                use.accept(Fields.hit(stored.document(document)));
            }
            return matches;
        });
    }

    /** The things that a question finds, in no order. */
    public Set<Node> things(Question question) {
        return unchecked(() -> {
            Set<Node> things = new HashSet<>();
            FixedBitSet all = matches(question).whole(reading.reader().leaves());
            StoredFields stored = reading.searcher().storedFields();
            for (int document = 0; document < all.length(); document++) {
                if (all.get(document)) {
                    Document found = stored.document(document, Set.of(Fields.THING));
                    things.add(NodeFactory.createURI(Fields.value(found, Fields.THING)));
                }
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
            SortField title = new SortField(byTitle("en"), SortField.Type.STRING);
            ScoreDoc[] found =
                    reading.searcher().search(near.build(), size, new Sort(SortField.FIELD_SCORE, title)).scoreDocs;
            return hits(Arrays.stream(found).map(one -> one.doc).toList());
        });
    }

    /**
     * Hands over what entries have in common: each value of a facet that at least two and at most so many of them have, with
     * the numbers of these in this session, see {@link #found}.
     */
    public void eachShared(Facet facet, int most, BiConsumer<String, List<Integer>> use) {
        unchecked(() -> {
            new Shared(reading.reader(), facet).each(most, use);
            return reading;
        });
    }

    /** Entries by their numbers in this session. */
    public Map<Integer, Found> found(SortedSet<Integer> numbers) {
        return unchecked(() -> {
            StoredFields stored = reading.searcher().storedFields();
            Map<Integer, Found> found = new HashMap<>();
            // One after the other as they lie in the files.
            for (int number : numbers) {
                Document document = stored.document(number, Set.of(Fields.DOCUMENT, Fields.THING));
                found.put(
                        number,
                        new Found(
                                NodeFactory.createURI(Fields.value(document, Fields.DOCUMENT)),
                                NodeFactory.createURI(Fields.value(document, Fields.THING))));
            }
            return found;
        });
    }

    /** How many entries a question would find without any of them being looked at. */
    public int count(Question question) {
        return unchecked(() -> matches(question).count());
    }

    /** What a question would find if a facet had these values instead, and one more. */
    public Around around(Question question, Facet facet, Set<String> rest) {
        Beside beside = new Beside(question, facet, Set.copyOf(rest));
        Around known = arounds.get(beside);
        if (known == null) {
            known = unchecked(() -> countAround(question, facet, beside.rest()));
            arounds.put(beside, known);
        }
        return known;
    }

    private Around countAround(Question question, Facet facet, Set<String> rest) throws IOException {
        Matching matching = reading.matching();
        Matches others = matches(question.with(facet, Set.of()));
        Map<String, Integer> with = matching.counts(others, facet);
        if (rest.isEmpty()) {
            return new Around(others.count(), with);
        }
        Matches there = matching.anyOf(facet.field(), rest);
        int base = others.and(there).count();
        // One value more changes nothing where all that have it are there already.
        with.replaceAll((value, count) -> base);
        matching.counts(others.andNot(there), facet).forEach((value, added) -> with.put(value, base + added));
        return new Around(base, with);
    }

    /** The entries that answer a question. */
    private Matches matches(Question question) throws IOException {
        Asked asked = new Asked(question.kind(), question.text(), question.language(), question.chosen());
        Matches known = found.get(asked);
        if (known == null) {
            known = reading.matching().of(kind(question.kind()));
            Query text = understanding.of(question).query();
            if (!text.equals(MatchAllDocsQuery.INSTANCE)) {
                known = known.and(reading.matching().of(text));
            }
            for (Map.Entry<Facet, Set<String>> facet : question.chosen().entrySet()) {
                known = known.and(reading.matching().anyOf(facet.getKey().field(), facet.getValue()));
            }
            found.put(asked, known);
        }
        return known;
    }

    static Query kind(String kind) {
        return new TermQuery(new Term(Fields.KIND, kind));
    }

    private static String byTitle(String language) {
        return Fields.byTitle(Analysis.isKnown(language) ? language : "en");
    }

    private List<Integer> documents(Question question, Matches matches, int from, int size) throws IOException {
        String title = byTitle(question.language());
        Orders orders = reading.orders();
        return switch (question.order()) {
            case TITLE -> orders.byTitle(matches, title, from, size);
            case NEWEST -> orders.newest(matches, title, from, size);
            case BEST -> {
                Query text = understanding.of(question).query();
                yield question.text().isBlank()
                        ? orders.byTitle(matches, title, from, size)
                        : orders.best(matches, text, reading.matching().of(text), title, from, size);
            }
        };
    }

    private List<Hit> hits(List<Integer> documents) throws IOException {
        StoredFields stored = reading.searcher().storedFields();
        List<Hit> hits = new ArrayList<>();
        for (int document : documents) {
            hits.add(Fields.hit(stored.document(document)));
        }
        return hits;
    }

    /** Looks entries up by their names. */
    public NameSearch names() {
        return new NameSearch(reading);
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
        Matches matches = reading.matching().of(kind(kind));
        for (int i = 0; i < words.size(); i++) {
            Term word = new Term(Fields.TITLE_WORDS, words.get(i));
            boolean last = i == words.size() - 1;
            matches = matches.and(reading.matching().of(last ? new PrefixQuery(word) : new TermQuery(word)));
        }
        return hits(reading.orders().byTitle(matches, byTitle(language), 0, size));
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
}
