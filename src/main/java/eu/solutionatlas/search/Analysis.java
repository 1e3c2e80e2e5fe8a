package eu.solutionatlas.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How texts become the terms that are searched, language by language: words are cut, brought to their stems and written
 * without accents, so that what is written differently but means the same meets.
 */
final class Analysis {
    /** Languages whose words are brought to their stems. Texts in others are found by their words as they stand. */
    static final List<String> LANGUAGES = List.of("de", "en", "pl", "cs");

    /** Shorter words are no compounds. */
    private static final int SHORTEST_COMPOUND = 7;

    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 15;

    /** Polish words that say nothing; the library that knows Polish has none. */
    private static final CharArraySet POLISH_STOP_WORDS = CharArraySet.unmodifiableSet(new CharArraySet(
            List.of(
                    "a", "aby", "albo", "ale", "bez", "by", "być", "co", "czy", "dla", "do", "gdy", "gdzie", "i", "ich",
                    "im", "jak", "jako", "je", "jego", "jej", "jest", "już", "która", "które", "który", "lub", "ma",
                    "może", "na", "nad", "nie", "niż", "o", "od", "oraz", "po", "pod", "przed", "przez", "przy", "są",
                    "się", "ta", "tak", "te", "tego", "tej", "ten", "to", "tu", "tym", "u", "w", "we", "z", "za", "ze",
                    "że"),
            true));

    /** Letters and digits without accents, in lower case: for words as they stand. */
    static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    };

    private static final Map<String, Analyzer> INDEXED = new LinkedHashMap<>();
    private static final Map<String, Analyzer> ASKED = new LinkedHashMap<>();

    static {
        CharArraySet parts = readParts();
        INDEXED.put("de", german(parts));
        ASKED.put("de", german(CharArraySet.EMPTY_SET));
        Analyzer english = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
                TokenStream telling = new StopFilter(lower, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
                return new TokenStreamComponents(words, new ASCIIFoldingFilter(new PorterStemFilter(telling)));
            }
        };
        Analyzer polish = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                // A word may be a form of several; all of them are found.
                TokenStream telling = new StopFilter(new LowerCaseFilter(words), POLISH_STOP_WORDS);
                TokenStream stems = new MorfologikFilter(telling);
                return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(stems)));
            }
        };
        Analyzer czech = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream telling = new StopFilter(new LowerCaseFilter(words), CzechAnalyzer.getDefaultStopSet());
                return new TokenStreamComponents(words, new ASCIIFoldingFilter(new CzechStemFilter(telling)));
            }
        };
        Map.of("en", english, "pl", polish, "cs", czech).forEach((language, analyzer) -> {
            INDEXED.put(language, analyzer);
            ASKED.put(language, analyzer);
        });
    }

    private Analysis() {}

    private static Analyzer german(CharArraySet parts) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream lower = new LowerCaseFilter(words);
                TokenStream telling = new StopFilter(lower, GermanAnalyzer.getDefaultStopSet());
                // Parts stand beside their compound: "Parkraumüberwachung" is found by "Parken", not the other way
                // round.
                TokenStream cut = parts.isEmpty()
                        ? telling
                        : new DictionaryCompoundWordTokenFilter(
                                telling, parts, SHORTEST_COMPOUND, SHORTEST_PART, LONGEST_PART, false);
                TokenStream stems = new GermanLightStemFilter(new GermanNormalizationFilter(cut));
                return new TokenStreamComponents(words, new ASCIIFoldingFilter(stems));
            }
        };
    }

    private static CharArraySet readParts() {
        try (InputStream in = Analysis.class.getResourceAsStream("parts.de.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without parts.de.txt");
            }
            List<String> parts = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            return CharArraySet.unmodifiableSet(new CharArraySet(parts, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How texts of a language are indexed. */
    static Analyzer indexed(String language) {
        return INDEXED.getOrDefault(language, WORDS);
    }

    /** How a question is read as one of a language. */
    static Analyzer asked(String language) {
        return ASKED.getOrDefault(language, WORDS);
    }

    /** The terms of a text, in their order; those in one place follow one another. */
    static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    /** Whether a word says nothing in a language, as an article does. */
    static boolean isStopWord(String language, String word) {
        return terms(asked(language), word).isEmpty();
    }

    /** Languages that have a field of their own among those of a text. */
    static boolean isKnown(String language) {
        return Set.copyOf(LANGUAGES).contains(language);
    }
}
