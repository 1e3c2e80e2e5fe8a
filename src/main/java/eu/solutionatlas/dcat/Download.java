package eu.solutionatlas.dcat;

import java.util.Optional;

/**
 * A file to download, as a distribution of a dataset.
 *
 * @param address the file's IRI
 * @param name of the file, unique in its set
 * @param description what it is, in English
 * @param mediaType of its content; of what is inside when it is compressed
 * @param wrapping how the content is wrapped
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal
 * @param hub the partner whose copied entries it holds; empty for what this hub itself says
 */
public record Download(
        String address,
        String name,
        String description,
        String mediaType,
        Wrapping wrapping,
        long bytes,
        String sha256,
        Optional<String> hub) {

    /** How the content of a file is wrapped. */
    public enum Wrapping {
        NONE,
        GZIP,
        ZIP
    }
}
