package eu.solutionatlas.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** The regions that we publish. */
final class RegionsFile {
    private RegionsFile() {}

    /** Reads the text itself: once a hub has run in the process, Jena opens no files any more. */
    static Graph read() {
        try {
            return RDFParser.fromString(Files.readString(Path.of("ontology/regions.ttl")), Lang.TURTLE)
                    .toGraph();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
