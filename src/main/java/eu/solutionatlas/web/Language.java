package eu.solutionatlas.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the pages are written in. Data comes in whatever languages it has, see {@code Labels}. */
public enum Language {
    EN("en", "English"),
    DE("de", "Deutsch"),
    PL("pl", "Polski"),
    CS("cs", "Čeština");

    /** What a reader gets who asks for none of ours. */
    public static final Language DEFAULT = EN;

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** As Open Graph names it, with a country. */
    public String openGraph() {
        return switch (this) {
            case EN -> "en_GB";
            case DE -> "de_DE";
            case PL -> "pl_PL";
            case CS -> "cs_CZ";
        };
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Which form of a counted noun goes with a number, in the words of Unicode's plural rules: one, few, many, other. */
    String pluralForm(long number) {
        return switch (this) {
            case EN, DE -> number == 1 ? "one" : "other";
            case PL -> number == 1 ? "one" : isFew(number % 10) && !isTeen(number % 100) ? "few" : "many";
            case CS -> number == 1 ? "one" : isFew(number) ? "few" : "other";
        };
    }

    private static boolean isFew(long number) {
        return number >= 2 && number <= 4;
    }

    private static boolean isTeen(long number) {
        return number >= 12 && number <= 14;
    }

    public static Optional<Language> of(String tag) {
        for (Language language : values()) {
            if (language.tag.equalsIgnoreCase(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /**
     * The best of ours for an {@code Accept-Language} header (RFC 9110 section 12.5.4, lookup of RFC 4647 section 3.4).
     * A header that cannot be read counts as none: nobody should be refused a page for their browser's settings.
     */
    static Language negotiate(String acceptLanguage) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return DEFAULT;
        }
        String found = Locale.lookupTag(
                ranges, java.util.Arrays.stream(values()).map(Language::tag).toList());
        return found == null ? DEFAULT : of(found).orElse(DEFAULT);
    }
}
