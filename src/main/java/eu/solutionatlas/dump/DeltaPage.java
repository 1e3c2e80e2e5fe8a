package eu.solutionatlas.dump;

import eu.solutionatlas.web.Link;
import java.util.List;

/**
 * What the page of the difference between two sets shows.
 *
 * @param from the one, with a link to its page
 * @param to the other
 * @param parts those that there are, of entries of this hub
 * @param files to download
 */
public record DeltaPage(Link from, Link to, List<Part> parts, List<Link> files) {
    /**
     * Entries of one kind to which the same happened.
     *
     * @param heading what it was, and to how many of what kind
     * @param more how many are not shown
     * @param shown the first
     */
    public record Part(String heading, long more, List<Entry> shown) {
        public Part {
            shown = List.copyOf(shown);
        }
    }

    /**
     * One entry.
     *
     * @param properties what has other values in it, in words; empty for one that is new or gone
     */
    public record Entry(Link link, List<String> properties) {
        public Entry {
            properties = List.copyOf(properties);
        }
    }

    public DeltaPage {
        parts = List.copyOf(parts);
        files = List.copyOf(files);
    }
}
