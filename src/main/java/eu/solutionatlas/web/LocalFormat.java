package eu.solutionatlas.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** Numbers, dates and names of languages as readers of a language write them. */
final class LocalFormat {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

    private static final int DIGITS = 4;
    private static final int DECIMALS = 2;
    private static final int MOST_DIGITS = 15;

    private LocalFormat() {}

    static String number(long number, Language language) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /**
     * Whole numbers to the last digit, others to the fourth or two behind the point; those of more digits than one can read as
     * powers of ten.
     */
    static String number(BigDecimal number, boolean grouped, Language language) {
        if (number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            return new DecimalFormat("0.###E0", DecimalFormatSymbols.getInstance(language.locale())).format(number);
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        BigDecimal rounded = whole
                ? number
                : number.setScale(
                        Math.max(DECIMALS, DIGITS - number.precision() + number.scale()), RoundingMode.HALF_EVEN);
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setGroupingUsed(grouped);
        format.setMaximumFractionDigits(Math.max(0, rounded.scale()));
        return format.format(rounded);
    }

    /** In powers of a thousand, as the units of the SI are meant; with one digit after the comma where that tells more. */
    static String size(long bytes, Language language) {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < UNITS.size() - 1) {
            size /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(unit > 0 && size < 99.95 ? 1 : 0);
        return format.format(size) + "\u00a0" + UNITS.get(unit);
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
