package eu.solutionatlas.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Proactive negotiation of the media type (RFC 9110 section 12.5.1), for every kind of answer that we give. */
public final class ContentNegotiation {
    /** Clients of one kind all send the same header; only short ones are kept, so that nobody can fill the memory. */
    private static final Cache<String, List<Range>> PARSED =
            Caffeine.newBuilder().maximumSize(500).build();

    private static final int LONGEST_REMEMBERED = 300;

    private ContentNegotiation() {}

    /** What a client accepts: its Accept headers as one, blank when it sends none. */
    static String accept(Context ctx) {
        return String.join(",", Collections.list(ctx.req().getHeaders("Accept")));
    }

    /**
     * Whether a client wants the page of an address that leads programs and people to different places.
     *
     * @param offered what there is, the page among it
     */
    public static boolean wantsPage(Context ctx, List<Representation> offered) {
        ctx.header("Vary", "Accept");
        return choose(accept(ctx), offered).filter(Representation::isHtml).isPresent();
    }

    /** One element of an Accept header. */
    private record Range(String type, String subtype, double quality) {
        /** How exactly this names the media type: 0 not at all, 1 anything, 2 by type, 3 wholly. */
        int specificity(String mediaType) {
            if (type.equals("*")) {
                return 1;
            }
            int slash = mediaType.indexOf('/');
            if (!mediaType.substring(0, slash).equals(type)) {
                return 0;
            }
            if (subtype.equals("*")) {
                return 2;
            }
            return mediaType.substring(slash + 1).equals(subtype) ? 3 : 0;
        }
    }

    /**
     * Chooses what to send.
     *
     * @param accept the Accept header; blank means anything goes
     * @param offered what there is, in our order of preference, which decides between equals
     * @return empty when the client refuses everything that is offered (406)
     * @throws ProblemException 400 when no element of the header can be read. Single unreadable elements are passed
     *     over, since widespread clients send some.
     */
    public static <T extends Offer> Optional<T> choose(String accept, List<T> offered) {
        if (accept.isBlank()) {
            return offered.stream().findFirst();
        }
        List<Range> ranges =
                accept.length() > LONGEST_REMEMBERED ? parse(accept) : PARSED.get(accept, ContentNegotiation::parse);
        T best = null;
        double bestQuality = 0;
        for (T offer : offered) {
            double quality = quality(ranges, offer.mediaType());
            if (quality > bestQuality) {
                best = offer;
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The quality of the most specific range that fits. */
    private static double quality(List<Range> ranges, String mediaType) {
        int specificity = 0;
        double quality = 0;
        for (Range range : ranges) {
            int here = range.specificity(mediaType);
            if (here > specificity || (here == specificity && here > 0 && range.quality() > quality)) {
                specificity = here;
                quality = range.quality();
            }
        }
        return quality;
    }

    private static List<Range> parse(String accept) {
        List<Range> ranges = new ArrayList<>();
        for (String element : accept.split(",")) {
            parseElement(element).ifPresent(ranges::add);
        }
        if (ranges.isEmpty()) {
            throw new ProblemException(Problem.badRequest(
                    "malformed-accept", "The Accept header cannot be read. It lists media types: text/turtle;q=0.9."));
        }
        return ranges;
    }

    private static Optional<Range> parseElement(String element) {
        String[] parts = element.split(";", -1); // of ";" alone there would be no part
        String name = parts[0].strip().toLowerCase(Locale.ROOT);
        if (name.equals("*")) {
            name = "*/*"; // sent by the JDK's own HTTP client of old
        }
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1 || name.indexOf('/', slash + 1) >= 0) {
            return Optional.empty();
        }
        double quality = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                try {
                    quality = Double.parseDouble(parameter.substring(2).strip());
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
                if (!(quality >= 0 && quality <= 1)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Range(name.substring(0, slash), name.substring(slash + 1), quality));
    }
}
