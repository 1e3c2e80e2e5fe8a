package eu.solutionatlas.dcat;

import eu.solutionatlas.rdf.DataVersion;
import java.time.Instant;
import java.util.List;

/**
 * The files to download that are newest.
 *
 * @param version the data version that all of them hold
 * @param written when they were written
 * @param files in the order in which they are named
 */
public record Downloads(DataVersion version, Instant written, List<Download> files) {
    public Downloads {
        files = List.copyOf(files);
    }
}
