package eu.solutionatlas.federation;

import java.util.Optional;

/**
 * What the copy of a hub's entries is worth.
 *
 * @param at when it was copied or last changed, as {@code xsd:dateTime}
 * @param version the hub's own data version
 * @param notTaken how many of the hub's entries it does not have as the hub has them, since they came with errors
 */
record CopyWorth(String at, Optional<String> version, int notTaken) {
    /** Whether an answer from it may lack something that the hub had by then. */
    boolean lacksEntries() {
        return notTaken > 0;
    }
}
