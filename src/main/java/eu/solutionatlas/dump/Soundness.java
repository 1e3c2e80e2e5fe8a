package eu.solutionatlas.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether files of sets are still what their manifests say. Looks at size and time for each request, and into a file only when
 * it was touched after its manifest, which is written last: once, until it is touched again.
 */
final class Soundness {
    private static final Logger LOG = LoggerFactory.getLogger(Soundness.class);

    private record Asked(DumpSet set, DumpFile file) {}

    /** @param touched when the file was written, moved or given another time, so far as the file system tells */
    private record Stamp(long bytes, FileTime touched) {
        /** Systems such as Linux keep a time that nobody can set, so that a change under the old time shows as well. */
        static Stamp of(Path path, BasicFileAttributes attributes) throws IOException {
            FileTime touched = attributes.lastModifiedTime();
            if (path.getFileSystem().supportedFileAttributeViews().contains("unix")
                    && Files.getAttribute(path, "unix:ctime") instanceof FileTime changed
                    && changed.compareTo(touched) > 0) {
                touched = changed;
            }
            return new Stamp(attributes.size(), touched);
        }
    }

    /** What came of looking into a file, for as long as it has this stamp. */
    private record Compared(Stamp stamp, boolean same) {}

    /** By {@code SET/FILE}, as what follows. */
    private final Map<String, Compared> compared = new ConcurrentHashMap<>();

    private final Map<String, Asked> damaged = new ConcurrentHashMap<>();

    /** @throws DamagedFileException when a file is not there or not what it was */
    void require(DumpSet set, DumpFile file) throws DamagedFileException {
        try {
            compare(set, file);
            damaged.remove(name(set, file));
        } catch (IOException e) {
            note(set, file, e);
            throw new DamagedFileException(set, file, e);
        }
    }

    /** Looks for files that are missing or have another size, so that health names them before anybody asks. */
    void glance(DumpSet set) {
        set.files().forEach(file -> {
            try {
                size(set, file);
            } catch (IOException e) {
                note(set, file, e);
            }
        });
    }

    private void note(DumpSet set, DumpFile file, IOException reason) {
        if (damaged.put(name(set, file), new Asked(set, file)) == null) {
            LOG.error("The dump {} is damaged and is not served: {}", name(set, file), reason.getMessage());
        }
    }

    private static String name(DumpSet set, DumpFile file) {
        return set.id() + "/" + file.name();
    }

    private static BasicFileAttributes size(DumpSet set, DumpFile file) throws IOException {
        Path path = set.path(file);
        if (!Files.exists(path)) {
            throw new IOException("it is missing");
        }
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException("it is no file");
        }
        if (attributes.size() != file.bytes()) {
            throw new IOException("it has " + attributes.size() + " bytes, but the manifest says " + file.bytes());
        }
        return attributes;
    }

    private void compare(DumpSet set, DumpFile file) throws IOException {
        Path path = set.path(file);
        String name = name(set, file);
        BasicFileAttributes attributes = size(set, file);
        FileTime described = Files.getLastModifiedTime(set.path(set.manifest()));
        Stamp stamp = Stamp.of(path, attributes);
        boolean younger = file.equals(set.manifest()) || stamp.touched().compareTo(described) > 0;
        if (younger && !isSame(name, path, stamp, file.sha256())) {
            throw new IOException("its SHA-256 is not that of the manifest");
        }
    }

    /** Read by the first who asks; others wait for what comes of it. */
    private boolean isSame(String name, Path path, Stamp stamp, String sha256) throws IOException {
        try {
            return Objects.requireNonNull(compared.compute(
                            name,
                            (unused, known) -> known != null && known.stamp().equals(stamp)
                                    ? known
                                    : new Compared(stamp, sum(path).equals(sha256))))
                    .same();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }

    private static String sum(Path path) {
        try (InputStream in = Files.newInputStream(path);
                DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), OutputFile.sha256())) {
            in.transferTo(out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that were damaged when they were last asked for and still are, as {@code SET/FILE}. */
    Set<String> damaged() {
        damaged.forEach((name, asked) -> {
            try {
                compare(asked.set(), asked.file());
                damaged.remove(name);
            } catch (IOException e) {
                LOG.debug("Still damaged: {}", name, e);
            }
        });
        return new TreeSet<>(damaged.keySet());
    }

    /** Forgets sets that are not there any more. */
    void keep(Set<DumpId> sets) {
        Predicate<String> isOfNone = name -> sets.stream().noneMatch(set -> name.startsWith(set + "/"));
        damaged.keySet().removeIf(isOfNone);
        compared.keySet().removeIf(isOfNone);
    }
}
