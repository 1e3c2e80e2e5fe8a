package eu.solutionatlas.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What there is of a file that is being fetched, and which state of the file it is a part of. */
final class PartialFile {
    private final Path path;
    private final Path tag;

    PartialFile(Path target) {
        this.path = target.resolveSibling(target.getFileName() + ".part");
        this.tag = target.resolveSibling(target.getFileName() + ".part-etag");
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    /** The ETag of the file that this is a part of; empty when there is no part that could be gone on with. */
    Optional<String> etag() throws IOException {
        return size() > 0 && Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty();
    }

    /** Begins anew, remembering what the file is to be known by, if by anything. */
    void begin(Optional<String> strongEtag) throws IOException {
        remove();
        Files.createFile(path);
        if (strongEtag.isPresent()) {
            Files.writeString(tag, strongEtag.get());
        }
    }

    /**
     * Adds what comes to what there is.
     *
     * @throws IOException what the source threw
     * @throws UncheckedIOException what this machine's disk threw
     */
    void append(InputStream source, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
            long size = Files.size(path);
            int read = source.read(buffer);
            while (read >= 0) {
                size += read;
                if (size > limit) {
                    throw RejectedReplyException.tooLarge(
                            "the file is larger than the " + limit + " bytes that are taken");
                }
                write(out, buffer, read);
                read = source.read(buffer);
            }
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(path);
        Files.deleteIfExists(tag);
    }
}
