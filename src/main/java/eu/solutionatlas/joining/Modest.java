package eu.solutionatlas.joining;

import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/** What a stranger says of itself, cut to what the register takes ({@code shape:Partner}) and to a bounded size. */
final class Modest {
    private static final int NAMES = 30;
    private static final int NAME = 200;
    private static final int REGIONS = 50;
    private static final int SPACES = 10;
    private static final int ADDRESS = 500;

    /** What a text without a language gets: undetermined (ISO 639-2). */
    private static final String NO_LANGUAGE = "und";

    private static final Pattern REGION = Pattern.compile(Pattern.quote(Iris.NUTS) + "[A-Z]{2}[0-9A-Z]{0,3}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}(?:-[a-z0-9]{1,8})*");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]+");
    private static final Pattern ADDRESSES = Pattern.compile("https?://[^\\s\\p{Z}\\p{C}<>\"{}|\\\\^`]+");

    private Modest() {}

    /** The same hub, without what does not fit. */
    static Partner of(Partner partner) {
        return new Partner(
                partner.id(),
                name(partner.name()),
                partner.homepage().filter(Modest::isAddress),
                partner.regions().stream()
                        .filter(Modest::isRegion)
                        .distinct()
                        .limit(REGIONS)
                        .toList(),
                partner.spaces().stream()
                        .filter(Spaces::isSound)
                        .distinct()
                        .limit(SPACES)
                        .toList(),
                partner.endpoint().filter(Modest::isAddress),
                partner.dump().filter(Modest::isAddress),
                partner.changes().filter(Modest::isAddress),
                partner.contact(),
                partner.state(),
                partner.since());
    }

    /** Whether this is a NUTS region, by the look of it. */
    static boolean isRegion(Node region) {
        return region.isURI() && REGION.matcher(region.getURI()).matches();
    }

    /** Whether this is an address of the web of usual length. */
    static boolean isAddress(String address) {
        return address.length() <= ADDRESS && ADDRESSES.matcher(address).matches();
    }

    private static Labels name(Labels name) {
        TreeMap<String, String> modest = new TreeMap<>();
        name.byLanguage().forEach((language, text) -> {
            if (modest.size() < NAMES) {
                add(modest, language, text);
            }
        });
        return new Labels(modest);
    }

    private static void add(TreeMap<String, String> names, String language, String text) {
        String tag = language.isEmpty() ? NO_LANGUAGE : language;
        printable(text)
                .filter(clean -> LANGUAGE.matcher(tag).matches())
                .ifPresent(clean -> names.putIfAbsent(tag, clean));
    }

    /** Whether a text has nothing in it that is not seen, or that turns others around. */
    static boolean isPrintable(String text) {
        return !UNPRINTABLE.matcher(text).find();
    }

    private static Optional<String> printable(String text) {
        String clean = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        // Counted as Java does, so that it is short enough for whoever checks the shape, in whichever way he counts.
        int end = Math.min(clean.length(), NAME);
        boolean split = end < clean.length() && Character.isLowSurrogate(clean.charAt(end));
        String cut = clean.substring(0, split ? end - 1 : end).strip();
        return cut.isEmpty() ? Optional.empty() : Optional.of(cut);
    }
}
