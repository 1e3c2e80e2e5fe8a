package eu.solutionatlas.dump;

import eu.solutionatlas.web.Link;
import java.util.List;

/**
 * What the page of the difference between two sets shows.
 *
 * @param from name of the one
 * @param to name of the other
 * @param parts those that there are, of entries of this hub
 * @param files to download
 */
public record DeltaPage(String from, String to, List<Part> parts, List<Link> files) {
    /**
     * Entries to which the same happened.
     *
     * @param heading what it was
     * @param count all of them
     * @param shown the first
     */
    public record Part(String heading, long count, List<Link> shown) {
        public Part {
            shown = List.copyOf(shown);
        }
    }

    public DeltaPage {
        parts = List.copyOf(parts);
        files = List.copyOf(files);
    }
}
