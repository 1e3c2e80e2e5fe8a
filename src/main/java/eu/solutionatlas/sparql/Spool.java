package eu.solutionatlas.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.commons.io.output.DeferredFileOutputStream;

/** Keeps a whole answer until it is sent: a small one in memory, a large one in a temporary file. */
final class Spool implements AutoCloseable {
    private static final int IN_MEMORY = 256 * 1024;

    private final DeferredFileOutputStream bytes;

    Spool() throws IOException {
        this.bytes = DeferredFileOutputStream.builder()
                .setThreshold(IN_MEMORY)
                .setPrefix("atlas-answer")
                .setSuffix(".tmp")
                .get();
    }

    /** @throws UncheckedIOException when the disk is full, which is not the client's fault */
    void write(byte[] buffer, int offset, int length) {
        try {
            bytes.write(buffer, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer could not be kept until it is sent", e);
        }
    }

    /** Copies all that was written, which ends the writing. */
    void copyTo(OutputStream out) throws IOException {
        bytes.close();
        bytes.writeTo(out);
    }

    /** Removes the file. */
    @Override
    public void close() throws IOException {
        bytes.close();
        if (!bytes.isInMemory()) {
            Files.deleteIfExists(bytes.getFile().toPath());
        }
    }
}
