package eu.solutionatlas.search;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The index beside the data.
 *
 * @param expected checksum of each entry that there should be, by its document
 * @param indexed checksum of each entry in the index
 */
record Comparison(Map<String, String> expected, Map<String, String> indexed) {
    /** What is wrong, a line for each document. */
    List<String> differences() {
        Set<String> all = new HashSet<>(expected.keySet());
        all.addAll(indexed.keySet());
        return all.stream()
                .sorted()
                .filter(document -> !Objects.equals(expected.get(document), indexed.get(document)))
                .map(document -> {
                    if (!indexed.containsKey(document)) {
                        return document + " is not in the index";
                    }
                    return expected.containsKey(document)
                            ? document + " is in the index as it was once"
                            : document + " is in the index, but there is no such entry";
                })
                .toList();
    }
}
