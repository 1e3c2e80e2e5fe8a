package eu.solutionatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** How the words of questions are understood in one reading: as they stand if anything has them all, or else as near as can be. */
final class Understanding {
    /**
     * Words as they were understood.
     *
     * @param query what is looked for
     * @param loosened whether nothing has all of the words
     * @param meant the words that were probably meant; empty when all of them are known
     */
    record Words(Query query, boolean loosened, Optional<String> meant) {}

    /** One letter in four may be another one, or two in seven. */
    private static final float LIKENESS = 0.7f;

    private final Reading reading;
    private final Map<String, Words> understood = new HashMap<>();

    Understanding(Reading reading) {
        this.reading = reading;
    }

    /** The words of a question; each is looked up once. */
    Words of(Question question) throws IOException {
        String key = question.kind() + ' ' + question.language() + ' ' + question.text();
        Words known = understood.get(key);
        if (known == null) {
            known = read(question);
            understood.put(key, known);
        }
        return known;
    }

    private Words read(Question question) throws IOException {
        WordQuery words = new WordQuery(question.text(), question.language());
        Query strict = words.strict();
        if (question.text().isBlank() || exists(question, strict)) {
            return new Words(strict, false, Optional.empty());
        }
        Optional<String> meant = meant(words);
        if (meant.isPresent()) {
            Query corrected = new WordQuery(meant.get(), question.language()).strict();
            if (exists(question, corrected)) {
                return new Words(corrected, true, meant);
            }
        }
        return new Words(words.loose(), true, meant);
    }

    private boolean exists(Question question, Query text) throws IOException {
        return reading.matching()
                        .of(text)
                        .and(reading.matching().of(Session.kind(question.kind())))
                        .count()
                > 0;
    }

    /** The question with those words replaced that are in no entry, each by the likeliest one that is. */
    private Optional<String> meant(WordQuery words) throws IOException {
        DirectSpellChecker speller = new DirectSpellChecker();
        speller.setMinQueryLength(3);
        speller.setAccuracy(LIKENESS);
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
}
