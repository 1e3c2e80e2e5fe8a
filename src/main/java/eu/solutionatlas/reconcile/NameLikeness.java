package eu.solutionatlas.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How alike two names are that are not the same: word by word in any order, and letter by letter. */
final class NameLikeness {
    private static final JaroWinklerSimilarity WORD = new JaroWinklerSimilarity();
    private static final LevenshteinDistance LETTERS = LevenshteinDistance.getDefaultInstance();

    /** Words less alike than this are different ones. */
    private static final double SAME_WORD = 0.86;
    /** "Leipziger" for "Leipzig". */
    private static final double FORM_OF_WORD = 0.93;

    private static final int SHORTEST_STEM = 5;
    private static final int LONGEST_ENDING = 3;
    private static final double SHORT_FORM = 0.92;
    private static final int LONGEST_SHORT_FORM = 6;
    /** Comparing letters takes the product of the lengths. */
    private static final int MOST_LETTERS = 120;

    private static final double WORDS_SHARE = 0.75;
    /** That all of what was asked for is there counts more than that nothing else is. */
    private static final double ASKED_SHARE = 0.65;

    private static final double SAME_LETTERS = 0.8;
    private static final Set<String> SMALL = Set.of(
            "der", "die", "das", "des", "und", "fur", "in", "im", "am", "an", "von", "vom", "bei", "of", "the", "and",
            "for", "at", "w", "we", "z", "i", "dla", "na", "nad", "v", "ve", "a", "pro", "pod");
    private static final double SMALL_WORD = 0.2;

    private NameLikeness() {}

    /** From 0 for nothing in common to 1. */
    static double of(Spelling asked, Spelling name) {
        return Math.max(of(asked.words(), name.words()), of(asked.coreWords(), name.coreWords()));
    }

    static double of(List<String> asked, List<String> name) {
        if (asked.isEmpty() || name.isEmpty()) {
            return 0;
        }
        double letters = letters(String.join("", asked), String.join("", name));
        double words = words(asked, name);
        // Letter by letter where words were joined or cut: of as many words as there are, short ones may mean another
        // thing.
        boolean byLetters = letters > SAME_LETTERS && (asked.size() != name.size() || words > SAME_LETTERS);
        return Math.max(byLetters ? letters : 0, WORDS_SHARE * words + (1 - WORDS_SHARE) * letters);
    }

    private static double letters(String asked, String name) {
        String one = asked.substring(0, Math.min(MOST_LETTERS, asked.length()));
        String other = name.substring(0, Math.min(MOST_LETTERS, name.length()));
        int longest = Math.max(one.length(), other.length());
        return 1 - LETTERS.apply(one, other) / (double) longest;
    }

    /** The share of the words of either name that the other has too. */
    private static double words(List<String> asked, List<String> name) {
        double[] foundAsked = new double[asked.size()];
        double[] foundName = new double[name.size()];
        shortForms(asked, name, foundAsked, foundName);
        shortForms(name, asked, foundName, foundAsked);
        for (int i = 0; i < asked.size(); i++) {
            int best = -1;
            double alike = foundAsked[i];
            for (int j = 0; j < name.size(); j++) {
                double one = foundName[j] > 0 ? 0 : alike(asked.get(i), name.get(j));
                if (one > alike) {
                    best = j;
                    alike = one;
                }
            }
            if (best >= 0) {
                foundAsked[i] = alike;
                foundName[best] = alike;
            }
        }
        return ASKED_SHARE * share(asked, foundAsked) + (1 - ASKED_SHARE) * share(name, foundName);
    }

    /** "TU" is "Technische Universität". */
    private static void shortForms(List<String> brief, List<String> full, double[] foundBrief, double[] foundFull) {
        for (int i = 0; i < brief.size(); i++) {
            String word = brief.get(i);
            if (word.length() < 2 || word.length() > LONGEST_SHORT_FORM) {
                continue;
            }
            Optional<List<Integer>> places = initials(word, full);
            if (places.isPresent()) {
                foundBrief[i] = SHORT_FORM;
                places.get().forEach(place -> foundFull[place] = SHORT_FORM);
            }
        }
    }

    /** Where words one after the other, small ones aside, begin with the letters of a short form. */
    private static Optional<List<Integer>> initials(String brief, List<String> full) {
        for (int start = 0; start < full.size(); start++) {
            List<Integer> places = new ArrayList<>();
            int letter = 0;
            for (int j = start; j < full.size() && letter < brief.length(); j++) {
                String word = full.get(j);
                if (word.charAt(0) == brief.charAt(letter)) {
                    places.add(j);
                    letter++;
                } else if (letter == 0 || !SMALL.contains(word)) {
                    break;
                }
            }
            if (letter == brief.length()) {
                return Optional.of(places);
            }
        }
        return Optional.empty();
    }

    private static double alike(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        String brief = one.length() < other.length() ? one : other;
        String full = one.length() < other.length() ? other : one;
        if (brief.length() >= SHORTEST_STEM
                && full.startsWith(brief)
                && full.length() - brief.length() <= LONGEST_ENDING) {
            return FORM_OF_WORD;
        }
        if (Math.abs(one.length() - other.length()) > LONGEST_ENDING || brief.length() < 3) {
            return 0;
        }
        double alike = WORD.apply(one, other);
        return alike >= SAME_WORD ? alike * alike : 0;
    }

    private static double share(List<String> words, double[] found) {
        double have = 0;
        double all = 0;
        for (int i = 0; i < found.length; i++) {
            double weight = SMALL.contains(words.get(i)) ? SMALL_WORD : 1;
            have += weight * found[i];
            all += weight;
        }
        return have / all;
    }
}
