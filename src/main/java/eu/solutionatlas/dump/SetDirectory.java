package eu.solutionatlas.dump;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory that a set is written in, beside the finished ones, until it takes its place among them in one step. */
final class SetDirectory {
    /** How the names of directories begin that are no sets, or not yet. */
    private static final Logger LOG = LoggerFactory.getLogger(SetDirectory.class);

    private static final String DAMAGED = ".damaged-";
    static final String UNFINISHED = ".unfinished-";

    private final Path parent;
    private final Path unfinished;

    private SetDirectory(Path parent, Path unfinished) {
        this.parent = parent;
        this.unfinished = unfinished;
    }

    /** Begins a set, after clearing away what an earlier run that ended too soon has left. */
    static SetDirectory begin(Path parent) throws IOException {
        Files.createDirectories(parent);
        try (Stream<Path> below = Files.list(parent)) {
            for (Path path : below.toList()) {
                if (path.getFileName().toString().startsWith(UNFINISHED)) {
                    delete(path);
                }
            }
        }
        return new SetDirectory(parent, Files.createTempDirectory(parent, UNFINISHED));
    }

    Path file(String name) {
        return unfinished.resolve(name);
    }

    Path path() {
        return unfinished;
    }

    /** Writes a small file of this hub itself. */
    DumpFile write(String name, DumpFormat format, String description, byte[] bytes) throws IOException {
        write(name, bytes);
        long count = format.unit().isEmpty() ? 0 : Contents.count(format, new ByteArrayInputStream(bytes));
        return DumpFile.of(name, format, description, bytes, count);
    }

    void write(String name, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /**
     * Makes the set visible.
     *
     * @return where it is now
     */
    Path finish(DumpId id) throws IOException {
        // A directory for temporary files is its owner's alone; a set may be read by a web server as well.
        if (Files.getFileStore(unfinished).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    unfinished, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        force(unfinished);
        Path finished = parent.resolve(id.toString());
        if (Files.exists(finished)) { // a damaged one, else nothing would have been written
            Path aside = parent.resolve(DAMAGED + id + "-" + System.currentTimeMillis());
            Files.move(finished, aside);
            LOG.warn("Put {} aside as {}, since it is no whole set", finished, aside);
        }
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        force(parent);
        return finished;
    }

    /** Takes away what was written. */
    void giveUp() throws IOException {
        delete(unfinished);
    }

    /** The entries of a directory, too, are on the disk only when it is told so. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> below = Files.walk(directory)) {
            all = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
