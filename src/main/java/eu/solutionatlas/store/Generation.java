package eu.solutionatlas.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.io.IO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One directory of a TDB2 database, {@code Data-0001} and so on: each rewriting makes the next; the last one counts. */
record Generation(Path database, int number) {
    private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
    private static final Pattern NAME = Pattern.compile("Data-([0-9]{1,9})");

    /** Holds the bytes that the files took when they had just been rewritten. */
    private static final String MARK = "compacted-bytes";

    /** The one in use; empty in a directory without a database. */
    static Optional<Generation> newest(Path database) {
        List<Generation> all = all(database);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Removes all but the one in use of a database that nobody has opened: left by an end in the middle of a rewriting. */
    static void removeOld(Path database) {
        List<Generation> all = all(database);
        for (Generation old : all.subList(0, Math.max(0, all.size() - 1))) {
            LOG.info(
                    "Removing {}, which a rewriting of the store left behind",
                    old.directory().getFileName());
            IO.deleteAll(old.directory());
        }
    }

    private static List<Generation> all(Path database) {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(database, "Data-*")) {
            return StreamSupport.stream(directories.spliterator(), false)
                    .map(directory -> NAME.matcher(directory.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> new Generation(database, Integer.parseInt(name.group(1))))
                    .sorted(Comparator.comparingInt(Generation::number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Generation next() {
        return new Generation(database, number + 1);
    }

    Path directory() {
        return database.resolve(name());
    }

    /** Where it is made. TDB2 removes what it finds under such a name when it opens the database. */
    Path unfinished() {
        return database.resolve(name() + "-tmp");
    }

    private String name() {
        return String.format(Locale.ROOT, "Data-%04d", number);
    }

    static void mark(Path directory, long bytes) throws IOException {
        Files.writeString(directory.resolve(MARK), Long.toString(bytes));
    }

    /** What the files took when they had just been rewritten; zero when they never were. */
    long compactedBytes() {
        Path mark = directory().resolve(MARK);
        try {
            return Files.exists(mark) ? Long.parseLong(Files.readString(mark).strip()) : 0;
        } catch (IOException | NumberFormatException e) {
            LOG.warn("{} cannot be read; the next rewriting makes it again", mark.getFileName(), e);
            return 0;
        }
    }
}
