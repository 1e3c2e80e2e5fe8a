package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.DataVersion;
import java.nio.file.Path;

/**
 * A finished dump.
 *
 * @param name which one
 * @param path the file, which never changes once it is there
 * @param version the data version that it holds
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal
 */
record DumpFile(DumpName name, Path path, DataVersion version, long bytes, String sha256) {
    /** Its strong validator: the bytes themselves. */
    String etag() {
        return "\"" + sha256 + "\"";
    }
}
