package eu.solutionatlas.search;

import eu.solutionatlas.rdf.DataVersion;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the index: {@code g7} is its seventh making. A new one is made beside the old, which is removed once the
 * new one stands; what an interrupted making left is removed at the next opening.
 */
final class IndexFiles {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);
    private static final Pattern NAME = Pattern.compile("g[1-9][0-9]{0,8}");
    private static final double BUFFER_MEGABYTES = 32;
    private static final String SCHEMA = Fields.SCHEMA + "/" + Version.LATEST;

    /** Recommends an incubating module of Java to every operator at every start. Kept, since loggers are not. */
    private static final java.util.logging.Logger ADVICE =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        ADVICE.setLevel(Level.SEVERE);
    }

    private final Path directory;
    private int newest;

    IndexFiles(Path directory) {
        this.directory = directory;
    }

    /** What writes the documents of a new index. */
    @FunctionalInterface
    interface Filling {
        void fill(IndexWriter writer) throws IOException;
    }

    /** Opens the newest making that is whole and of our own way, and removes all others. */
    Optional<Making> openNewest() throws IOException {
        Files.createDirectories(directory);
        List<Path> makings;
        try (Stream<Path> all = Files.list(directory)) {
            makings = all.filter(
                            path -> NAME.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(IndexFiles::number).reversed())
                    .toList();
        }
        Optional<Making> found = Optional.empty();
        for (Path making : makings) {
            newest = Math.max(newest, number(making));
            if (found.isEmpty()) {
                found = openIfSound(making);
            }
            if (found.isEmpty() || !found.get().path().equals(making)) {
                delete(making);
            }
        }
        return found;
    }

    private static int number(Path making) {
        return Integer.parseInt(making.getFileName().toString().substring(1));
    }

    private Optional<Making> openIfSound(Path making) throws IOException {
        FSDirectory files = FSDirectory.open(making);
        try {
            if (!DirectoryReader.indexExists(files)
                    || !Reading.isOfSchema(
                            DirectoryReader.listCommits(files).getLast().getUserData(), SCHEMA)) {
                files.close();
                return Optional.empty();
            }
            verify(files);
            IndexWriter writer = new IndexWriter(files, config());
            return Optional.of(new Making(making, files, writer, Reading.of(DirectoryReader.open(files))));
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | NoSuchFileException e) {
            LOG.warn("The search index is damaged and will be made anew: {}", e.getMessage());
            files.close();
            return Optional.empty();
        }
    }

    /** Compares every file with its checksum: damage in the middle of one would show as odd answers much later. */
    private static void verify(FSDirectory files) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(files)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    private static IndexWriterConfig config() {
        Analyzer byField = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                int hyphen = field.lastIndexOf('-');
                return Analysis.indexed(hyphen < 0 ? "" : field.substring(hyphen + 1));
            }
        };
        return new IndexWriterConfig(byField)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false);
    }

    /** Makes an index beside what there is. Nothing stays of one that cannot be finished. */
    Making build(DataVersion version, Filling filling) throws IOException {
        newest++;
        Path making = directory.resolve("g" + newest);
        Files.createDirectories(making);
        FSDirectory files = FSDirectory.open(making);
        IndexWriter writer = new IndexWriter(files, config());
        try {
            filling.fill(writer);
            // One segment, which the orders of lists are read off, and to which later changes are small additions.
            writer.forceMerge(1);
            commit(writer, version);
            return new Making(making, files, writer, Reading.of(DirectoryReader.open(files)));
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            files.close();
            delete(making);
            throw e;
        }
    }

    private static void commit(IndexWriter writer, DataVersion version) throws IOException {
        writer.setLiveCommitData(Reading.mark(version, SCHEMA).entrySet());
        writer.commit();
    }

    /** Makes durable what was written, as an index of a data version, and reads it from now on. */
    Making commit(Making current, DataVersion version) throws IOException {
        commit(current.writer(), version);
        Reading old = current.reading();
        // Shares with the old one what did not change, which is nearly all.
        DirectoryReader next = DirectoryReader.openIfChanged(old.reader());
        if (next == null) {
            throw new IllegalStateException("a commit that changes nothing");
        }
        Making making = new Making(current.path(), current.files(), current.writer(), old.followedBy(next));
        old.leave();
        return making;
    }

    /** Closes a making that another one has replaced. Who still reads it can do so to the end. */
    void remove(Making old) throws IOException {
        old.close();
        delete(old.path());
    }

    private static void delete(Path making) throws IOException {
        if (!Files.exists(making)) {
            return;
        }
        try (Stream<Path> all = Files.walk(making)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
