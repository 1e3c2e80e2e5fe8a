package eu.solutionatlas.federation;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A hub that answers queries, or whose copy does.
 *
 * @param id short name
 * @param access how it is asked
 * @param endpoint where; only of one that has an endpoint
 * @param spaces how the IRIs of its entries begin
 * @param regions that it serves, NUTS codes
 * @param atlas whether the software that answers is the same as ours, so that it orders rows as we do
 */
record Target(
        String id, Access access, Optional<URI> endpoint, List<String> spaces, List<String> regions, boolean atlas) {
    /** Ways to ask a hub. */
    enum Access {
        /** It is this hub itself. */
        HERE,
        /** Live, at its endpoint. */
        ENDPOINT,
        /** It is a file on the web: only its copy can be asked. */
        COPY
    }

    boolean isThisHub() {
        return access == Access.HERE;
    }

    /** Whether it can be asked about this moment. */
    boolean isLive() {
        return access != Access.COPY;
    }

    boolean speaksFor(String iri) {
        return spaces.stream().anyMatch(iri::startsWith);
    }
}
