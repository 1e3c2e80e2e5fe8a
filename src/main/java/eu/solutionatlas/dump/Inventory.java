package eu.solutionatlas.dump;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads which documents a set has, in the order of {@link DocumentIris#ORDER}, from the file {@value #FILE_NAME} of the set. However many
 * there are, only one is in memory.
 */
final class Inventory implements AutoCloseable {
    static final String FILE_NAME = "documents.tsv.gz";

    private final BufferedReader lines;

    private Inventory(BufferedReader lines) {
        this.lines = lines;
    }

    /** @throws IOException when there is none, or it is none */
    static Inventory open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(in, 1 << 16), StandardCharsets.UTF_8));
            if (!String.join("\t", InventoryLine.HEAD).equals(lines.readLine())) {
                throw new IOException(file.getFileName() + " has not the columns that it should have");
            }
            return new Inventory(lines);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The next document; empty after the last. */
    Optional<InventoryLine> next() throws IOException {
        String line = lines.readLine();
        return line == null ? Optional.empty() : Optional.of(InventoryLine.parse(line));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
