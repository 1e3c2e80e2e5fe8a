package eu.solutionatlas.dump;

import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;

/**
 * Writes the dumps of one data version into a directory: each beside and forced to disk, then moved into place, so that
 * a file under its final name is always whole.
 */
public final class DumpWriter {
    private static final String UNFINISHED = ".unfinished";
    private static final String CHECKSUM = ".sha256";

    private final Store store;
    private final Copies copies;
    private final Path directory;

    /**
     * @param iris tells this hub's own documents from copies of other hubs' entries, which are theirs to dump
     * @param directory made if need be
     */
    public DumpWriter(Store store, Iris iris, Path directory) {
        this.store = store;
        this.copies = new Copies(iris);
        this.directory = directory;
    }

    /**
     * Writes all dumps from one snapshot, and a checksum file beside each, as {@code sha256sum --check} reads it.
     *
     * @return the data version that they hold
     * @throws UncheckedIOException when the disk does not take them; dumps that were there stay
     */
    public DataVersion write() {
        return finished().values().iterator().next().version();
    }

    Map<DumpName, DumpFile> finished() {
        try {
            Files.createDirectories(directory);
            removeUnfinished();
            return store.read(snapshot -> {
                Map<DumpName, DumpFile> files = new EnumMap<>(DumpName.class);
                for (DumpName name : DumpName.values()) {
                    files.put(name, write(name, snapshot));
                }
                return files;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the dumps cannot be written: " + e.getMessage(), e);
        }
    }

    private DumpFile write(DumpName name, Snapshot snapshot) {
        DataVersion version = snapshot.version();
        Path unfinished = directory.resolve(name.fileName() + UNFINISHED);
        Path finished = directory.resolve(fileName(name, version));
        MessageDigest digest = sha256();
        try {
            try (FileOutputStream file = new FileOutputStream(unfinished.toFile());
                    OutputStream out =
                            new GZIPOutputStream(
                                    new DigestOutputStream(new BufferedOutputStream(file, 1 << 16), digest), 1 << 16) {
                                @Override
                                public void close() throws IOException {
                                    finish();
                                    flush();
                                    file.getChannel().force(true);
                                    super.close();
                                }
                            }) {
                List<Node> own = snapshot.documents()
                        .filter(document -> !copies.isCopy(document))
                        .toList();
                CatalogueWriter.write(name, snapshot, own, new BufferedOutputStream(out, 1 << 16));
            }
            String sum = HexFormat.of().formatHex(digest.digest());
            Files.writeString(
                    directory.resolve(finished.getFileName() + CHECKSUM), sum + "  " + finished.getFileName() + "\n");
            Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new DumpFile(name, finished, version, Files.size(finished), sum);
        } catch (IOException e) {
            throw new UncheckedIOException("the dumps cannot be written: " + e.getMessage(), e);
        }
    }

    /** The dumps of a version, if an earlier run left them whole. */
    Optional<Map<DumpName, DumpFile>> existing(DataVersion version) {
        Map<DumpName, DumpFile> files = new EnumMap<>(DumpName.class);
        for (DumpName name : DumpName.values()) {
            Path file = directory.resolve(fileName(name, version));
            Path checksum = directory.resolve(file.getFileName() + CHECKSUM);
            if (!Files.exists(file) || !Files.exists(checksum)) {
                return Optional.empty();
            }
            try {
                String sum = Files.readString(checksum).strip().split(" ", 2)[0];
                files.put(name, new DumpFile(name, file, version, Files.size(file), sum));
            } catch (IOException e) {
                throw new UncheckedIOException("the dumps cannot be read: " + e.getMessage(), e);
            }
        }
        return Optional.of(files);
    }

    /** Removes the dumps of all other versions. A download that is under way keeps the file it has opened. */
    void removeAllBut(Set<DataVersion> versions) {
        List<String> kept = Stream.of(DumpName.values())
                .flatMap(name -> versions.stream().map(version -> fileName(name, version)))
                .flatMap(name -> Stream.of(name, name + CHECKSUM))
                .toList();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (!kept.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("old dumps cannot be removed: " + e.getMessage(), e);
        }
    }

    private void removeUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().endsWith(UNFINISHED)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** {@code catalogue-000000000017.ttl.gz} for version 17. */
    private static String fileName(DumpName name, DataVersion version) {
        return name.fileName().replaceFirst("\\.", String.format(Locale.ROOT, "-%012d.", version.number()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
