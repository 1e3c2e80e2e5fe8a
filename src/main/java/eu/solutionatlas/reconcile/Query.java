package eu.solutionatlas.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a row of a table says about a thing.
 *
 * @param name that it has there; empty when only properties are given
 * @param kinds which it may be
 * @param only whether it must be one of them
 * @param limit how many candidates are wanted at most
 * @param properties what else the row says, each with one value at least
 */
record Query(String name, Set<Kind> kinds, boolean only, int limit, Map<Property, List<String>> properties) {
    List<String> values(Property property) {
        return properties.getOrDefault(property, List.of());
    }
}
