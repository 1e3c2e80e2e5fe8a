package eu.solutionatlas.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Invented words, spread over the texts of a {@link GeneratedCatalogue} as those of a language are: a dozen that stand in
 * half of all texts, and ten times as many for each step that they are ten times as rare. The n-th text has the same words
 * in each of its languages, in a form of that language.
 */
public final class GeneratedVocabulary {
    /** One text of so many has a word. */
    public static final List<Integer> RARITIES = List.of(2, 20, 200, 2_000, 20_000);

    /** So many words stand in one text of two. */
    public static final int FREQUENT = 12;

    private static final int NAMED = 2_000;
    private static final List<String> SYLLABLES = List.of(
            "ba", "do", "fi", "gu", "ka", "le", "mo", "ni", "pa", "ro", "su", "ta", "ve", "zi", "lu", "me", "ko", "ri",
            "na", "te");
    private static final int LENGTH = 4;
    private static final int WORDS = 160_000;
    /** Coprime with the number of words: neighbours do not begin alike. */
    private static final int STRIDE = 7_919;

    private static final Map<String, String> ENDINGS = Map.of("de", "ung", "pl", "acja", "cs", "ost");

    private GeneratedVocabulary() {}

    /** How many words there are of a rarity. */
    public static int size(int rarity) {
        return rarity == 2 ? FREQUENT : 2 * rarity;
    }

    /**
     * A word.
     *
     * @param rarity one of {@link #RARITIES}
     * @param number from 0 to below the size of the rarity
     */
    public static String word(int rarity, int number, String language) {
        return stem(rarity, number) + ENDINGS.getOrDefault(language, "");
    }

    private static String stem(int rarity, int number) {
        int rest = (int) ((long) (first(rarity) + number) * STRIDE % WORDS);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            word.append(SYLLABLES.get(rest % SYLLABLES.size()));
            rest /= SYLLABLES.size();
        }
        return word.toString();
    }

    private static int first(int rarity) {
        return RARITIES.stream()
                .filter(other -> other < rarity)
                .mapToInt(GeneratedVocabulary::size)
                .sum();
    }

    /** The words of the n-th text: six of two, and two of each other rarity. */
    static List<String> of(int n, String language) {
        List<String> words = new ArrayList<>();
        long coins = new SplittableRandom(n).nextLong();
        for (int i = 0; i < FREQUENT; i++) {
            if ((coins >> i & 1) == 1) {
                words.add(word(2, i, language));
            }
        }
        for (int rarity : RARITIES.subList(1, RARITIES.size())) {
            words.add(word(rarity, n % rarity, language));
            words.add(word(rarity, rarity + (int) (3L * n % rarity), language));
        }
        return words;
    }

    /** What the n-th solution calls itself; one of two thousand has the same name. */
    static String name(int n) {
        String word = stem(NAMED, n % NAMED);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
