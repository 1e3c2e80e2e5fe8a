package eu.solutionatlas.federation;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A hub that can be asked.
 *
 * @param id short name
 * @param endpoint where; empty for this hub itself
 * @param spaces how the IRIs of its entries begin
 * @param regions that it serves, NUTS codes
 * @param atlas whether it runs the same software as we do, so that it orders rows as we do
 */
record Target(String id, Optional<URI> endpoint, List<String> spaces, List<String> regions, boolean atlas) {
    boolean isThisHub() {
        return endpoint.isEmpty();
    }

    boolean speaksFor(String iri) {
        return spaces.stream().anyMatch(iri::startsWith);
    }
}
