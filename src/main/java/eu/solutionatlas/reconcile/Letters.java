package eu.solutionatlas.reconcile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names without what people write differently: accents, case, signs, and umlauts written out. */
final class Letters {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** The dots of "s.r.o." and "e. V." stand between single letters, which belong together. */
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L})\\.\\s?(?=\\p{L}(?![\\p{L}\\p{N}]))");

    private static final Pattern JOINED = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    /** Short for words that no rule would find. */
    private static final Map<String, String> SHORT = Map.of(
            "uni", "universitat",
            "hs", "hochschule",
            "fh", "fachhochschule",
            "lk", "landkreis",
            "lkr", "landkreis",
            "inst", "institut",
            "univ", "universitat");

    private Letters() {}

    /** Letters and digits in lower case, one space between words. */
    static String plain(String text) {
        String lower = DOTTED.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("$1");
        String latin = lower.replace("ß", "ss")
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace("æ", "ae")
                .replace("œ", "oe");
        String bare =
                MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD)).replaceAll("");
        return OTHER_SIGNS.matcher(bare).replaceAll(" ").strip();
    }

    /** As {@link #plain}, with umlauts written as two letters. */
    static String writtenOut(String text) {
        String composed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        return plain(composed.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"));
    }

    /** Both ways to write a name: two names are the same if they have one in common. */
    static Set<String> spellings(String text) {
        Set<String> spellings = new LinkedHashSet<>(List.of(plain(text), writtenOut(text)));
        spellings.remove("");
        return spellings;
    }

    /** "SmartVillageApp" as three words. */
    static String apart(String text) {
        return JOINED.matcher(text).replaceAll(" ");
    }

    /** The words of a plain name, in which both ways to write an umlaut are one: for likeness, never for sameness. */
    static List<String> words(String plain) {
        return plain.isEmpty()
                ? List.of()
                : Arrays.stream(plain.split(" "))
                        .map(word -> SHORT.getOrDefault(word, word))
                        .map(word -> word.replace("ae", "a").replace("oe", "o").replace("ue", "u"))
                        .toList();
    }
}
