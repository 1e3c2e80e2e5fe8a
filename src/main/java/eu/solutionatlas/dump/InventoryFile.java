package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.Iris;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** The inventory of a set while it is written. */
final class InventoryFile implements AutoCloseable {
    private final Iris iris;
    private final OutputFile file;
    private long rows;

    InventoryFile(SetDirectory directory, Iris iris) throws IOException {
        this.iris = iris;
        this.file = new OutputFile(directory.file(Inventory.FILE_NAME), true);
        write(String.join("\t", InventoryLine.HEAD));
    }

    /**
     * Adds a document; they come in their order.
     *
     * @param hash of its triples
     */
    void add(Optional<String> hub, Node document, Graph graph, String hash) {
        write(InventoryLine.of(iris, hub, document, graph, hash).text());
        rows++;
    }

    private void write(String line) {
        try {
            file.stream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DumpFile finish() throws IOException {
        return file.finish(
                DumpFormat.TSV,
                Optional.empty(),
                "Every document with a hash of what it says, copies included: whoever has two of these sees what changed.",
                rows);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
