package eu.solutionatlas.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where redirects lead. */
final class Redirects {
    private Redirects() {}

    /** Where an answer leads, if that is on the same server: scheme, host and port (RFC 6454 section 4). */
    static Optional<URI> withinOrigin(URI asked, Fault fault) {
        if (fault.kind() != Fault.Kind.REDIRECT || fault.location().isEmpty()) {
            return Optional.empty();
        }
        try {
            URI target = asked.resolve(new URI(fault.location().get().strip()));
            return origin(target).isPresent() && origin(target).equals(origin(asked))
                    ? Optional.of(target)
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty(); // it leads nowhere, so the fault stands as it is
        }
    }

    private static Optional<String> origin(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getUserInfo() != null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    }
}
