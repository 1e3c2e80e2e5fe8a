package eu.solutionatlas.search;

import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** A search over one reading of the index: whatever is asked of it, it answers from the same data. */
public final class Session implements AutoCloseable {
    /**
     * How many entries there would be with other values of one facet.
     *
     * @param rest with just the values that it was asked for; of no value at all, the facet does not count
     * @param with one value more, by that value. Values that no entry has are left out
     */
    public record Around(int rest, Map<String, Integer> with) {}

    /** What the entries found depend on: all of a question but its order. */
    private record Asked(String kind, String text, String language, Map<Facet, Set<String>> chosen) {}

    /** What the numbers of one facet depend on: many values of a facet share theirs. */
    private record Beside(Question question, Facet facet, Set<String> rest) {}

    /** The words of a question, as they were understood. */
    private record Understood(Query text, boolean loosened, Optional<String> meant) {}

    private final Reading reading;
    private final Map<String, Understood> understood = new HashMap<>();
    private final Map<Asked, Matches> found = new HashMap<>();
    private final Map<Beside, Around> arounds = new HashMap<>();

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
            Matches matches = matches(question);
            return new Answer(matches.count(), hits(question, matches, from, size), words.loosened(), words.meant());
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
            Query text = understand(question).text();
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
        return reading.matching()
                        .of(text)
                        .and(reading.matching().of(kind(question.kind())))
                        .count()
                > 0;
    }

    private static Query kind(String kind) {
        return new TermQuery(new Term(Fields.KIND, kind));
    }

    private static String byTitle(String language) {
        return Fields.byTitle(Analysis.isKnown(language) ? language : "en");
    }

    private List<Hit> hits(Question question, Matches matches, int from, int size) throws IOException {
        String title = byTitle(question.language());
        Orders orders = reading.orders();
        return hits(
                switch (question.order()) {
                    case TITLE -> orders.byTitle(matches, title, from, size);
                    case NEWEST -> orders.newest(matches, title, from, size);
                    case BEST -> {
                        Query text = understand(question).text();
                        yield question.text().isBlank()
                                ? orders.byTitle(matches, title, from, size)
                                : orders.best(matches, text, reading.matching().of(text), title, from, size);
                    }
                });
    }

    private List<Hit> hits(List<Integer> documents) throws IOException {
        StoredFields stored = reading.searcher().storedFields();
        List<Hit> hits = new ArrayList<>();
        for (int document : documents) {
            hits.add(Fields.hit(stored.document(document)));
        }
        return hits;
    }

    /** The question with those words replaced that are in no entry, each by the likeliest one that is. */
    private Optional<String> meant(WordQuery words) throws IOException {
        DirectSpellChecker speller = new DirectSpellChecker();
        speller.setMinQueryLength(3);
        List<String> meant = new ArrayList<>();
        boolean other = false;
        for (String word : words.words()) {
            String folded = String.join("", Analysis.terms(Analysis.WORDS, word));
            boolean known = reading.matching().of(words.of(word)).count() > 0;
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
