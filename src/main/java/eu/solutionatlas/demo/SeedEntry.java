package eu.solutionatlas.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One file of the seed.
 *
 * @param kind {@code solution} or {@code actor}
 * @param text as it stands there, with relative IRIs
 * @param regions that it names
 * @param links slugs of the entries that it links to, with their kind before them: {@code actor/dvb}
 */
record SeedEntry(String kind, String slug, String text, List<String> regions, Set<String> links) {
    /** Any base: what begins with it is relative in the file. */
    static final String BASE = "http://seed.invalid/";

    SeedEntry {
        regions = List.copyOf(regions);
        links = new TreeSet<>(links);
    }

    String key() {
        return kind + "/" + slug;
    }

    List<String> linksTo(String other) {
        return new ArrayList<>(
                links.stream().filter(link -> link.startsWith(other + "/")).toList());
    }
}
