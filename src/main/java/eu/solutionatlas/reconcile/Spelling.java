package eu.solutionatlas.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One name, taken apart for comparison.
 *
 * @param whole its spellings
 * @param core its spellings without legal form, rank and a short form in brackets
 * @param aliases spellings of parts of it that may stand for the whole: what is in brackets, before a dash, on either side
 *     of a slash
 * @param rank of the municipality that it names
 * @param form the legal form that it names
 * @param words for likeness
 * @param coreWords for likeness, without legal form and rank
 */
record Spelling(
        Set<String> whole,
        Set<String> core,
        Set<String> aliases,
        Optional<Titles.Rank> rank,
        Optional<String> form,
        List<String> words,
        List<String> coreWords) {
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\(([^()]*)\\)\\s*");
    private static final Pattern QUOTED = Pattern.compile("[„“\"»«]([^„“”\"»«]+)[“”\"»«]");
    private static final Pattern PARTS = Pattern.compile("\\s+[–—-]\\s+|\\s*/\\s*|:\\s+|,\\s+");
    /** "DVB", "ČVUT", "InfAI": two capitals at least, and no space. */
    private static final Pattern SHORT_FORM = Pattern.compile("(?=.*\\p{Lu}.*\\p{Lu})\\S+");
    /** Shorter parts are no names. */
    private static final int SHORTEST_ALIAS = 3;

    static Spelling of(String name) {
        Set<String> aliases = new LinkedHashSet<>();
        String bare = BRACKETS.matcher(name).replaceAll(" ").strip();
        boolean onlyShortForms = true;
        Matcher brackets = BRACKETS.matcher(name);
        while (brackets.find()) {
            aliases.addAll(Letters.spellings(brackets.group(1)));
            onlyShortForms &= SHORT_FORM.matcher(brackets.group(1)).matches();
        }
        String named = onlyShortForms && !bare.isEmpty() ? bare : name;
        Set<String> core = new LinkedHashSet<>();
        Titles.Stripped stripped = Titles.strip(Letters.plain(named));
        Letters.spellings(named)
                .forEach(spelling -> core.add(Titles.strip(spelling).core()));
        parts(bare)
                .forEach(part -> Letters.spellings(part)
                        .forEach(spelling -> aliases.add(Titles.strip(spelling).core())));
        Matcher quoted = QUOTED.matcher(name);
        while (quoted.find()) {
            aliases.addAll(Letters.spellings(quoted.group(1)));
        }
        aliases.removeIf(alias -> alias.length() < SHORTEST_ALIAS);
        return new Spelling(
                Letters.spellings(name),
                core,
                aliases,
                stripped.rank(),
                stripped.form(),
                Letters.words(Letters.plain(name)),
                Letters.words(stripped.core()));
    }

    private static List<String> parts(String bare) {
        List<String> parts = new ArrayList<>(List.of(bare));
        parts.addAll(List.of(PARTS.split(bare)));
        return parts;
    }
}
