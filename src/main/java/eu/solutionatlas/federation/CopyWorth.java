package eu.solutionatlas.federation;

import java.util.Optional;

/**
 * How old the copy of a hub's entries is.
 *
 * @param at when it was copied or last changed, as {@code xsd:dateTime}
 * @param version the hub's own data version
 */
record CopyAge(String at, Optional<String> version) {}
