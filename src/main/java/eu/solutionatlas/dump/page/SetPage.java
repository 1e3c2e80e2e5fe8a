package eu.solutionatlas.dump.page;

import java.util.Optional;

/**
 * What the page of one set shows.
 *
 * @param contents what it has
 * @param newer the newest set; empty when this is it
 */
public record SetPage(DownloadPage.Contents contents, Optional<Newer> newer) {
    /**
     * A set that came later.
     *
     * @param id its name
     * @param path of its page
     * @param deltaPath where all is to be had that is other in it; empty when the two cannot be compared
     */
    public record Newer(String id, String path, Optional<String> deltaPath) {}
}
