package eu.solutionatlas.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers, dates and names of languages as readers of a language write them. */
final class LocalFormat {
    private LocalFormat() {}

    static String number(long number, Language language) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    static String date(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(regional(language))
                .format(date);
    }

    static String moment(java.time.Instant instant, Language language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(regional(language))
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }

    static String languageName(String tag, Language language) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(language.locale());
    }

    /** Europeans who read English write the day first. */
    private static Locale regional(Language language) {
        return language == Language.EN ? Locale.UK : language.locale();
    }
}
