package eu.solutionatlas.joining;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Beginnings of IRIs that a hub speaks for. */
final class Spaces {
    /** As the shape of partners has it, with nothing in it that an IRI cannot have, and with an end to each name. */
    private static final Pattern SOUND =
            Pattern.compile("https?://[^/\\s\\p{Z}\\p{C}<>\"{}|\\\\^`]+/[^\\s\\p{Z}\\p{C}<>\"{}|\\\\^`]*");

    private static final int LONGEST = 500;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Spaces() {}

    /** Whether this is a beginning that no other host's IRIs can have: it goes beyond the host. */
    static boolean isSound(String space) {
        return space.length() <= LONGEST && SOUND.matcher(space).matches();
    }

    /**
     * Whether a space lies at the very host that was read. IRIs are often {@code http} where the web server is {@code
     * https}, so between the usual ports of the two no difference is made.
     */
    static boolean isAt(String space, URI address) {
        try {
            URI parsed = new URI(space);
            return isSound(space)
                    && parsed.getHost() != null
                    && address.getHost() != null
                    && parsed.getRawUserInfo() == null
                    && host(parsed).equals(host(address))
                    && (port(parsed) == port(address) || (isUsual(port(parsed)) && isUsual(port(address))));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
    }

    private static boolean isUsual(int port) {
        return port == HTTP || port == HTTPS;
    }
}
