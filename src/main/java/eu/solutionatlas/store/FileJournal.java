package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.io.BufferedInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A journal as files: {@code 000000000017.rdfp} is the change that made data version 17. Written beside, forced to
 * disk, then renamed, so an entry is there whole or not at all.
 */
final class FileJournal implements Journal {
    private static final Pattern NAME = Pattern.compile("(\\d{12})\\.rdfp");
    private static final String UNFINISHED = "next.unfinished";

    /** How a whole entry ends. */
    private static final String END = "TC .\n";

    private final Path directory;
    private final Optional<String> flaw;
    private volatile long first;
    private volatile long last;

    /** Opens the journal in a directory, which is made if need be. An entry that was never sealed is dropped. */
    FileJournal(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(directory.resolve(UNFINISHED));
            this.first = numbers().min().orElse(0);
            this.last = numbers().max().orElse(0);
            this.flaw = look();
        } catch (IOException e) {
            throw new StoreException("the journal's directory cannot be read: " + e.getMessage(), e);
        }
    }

    private LongStream numbers() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            long[] found = files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .toArray();
            return LongStream.of(found);
        }
    }

    private Path file(long number) {
        return directory.resolve(String.format(Locale.ROOT, "%012d.rdfp", number));
    }

    @Override
    public long last() {
        return last;
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public Optional<String> flaw() {
        return flaw;
    }

    private Optional<String> look() throws IOException {
        long[] found = numbers().sorted().toArray();
        for (int i = 1; i < found.length; i++) {
            if (found[i] != found[i - 1] + 1) {
                return Optional.of("the journal has no entry between " + found[i - 1] + " and " + found[i]);
            }
        }
        for (long number : found) {
            if (!endsWithCommit(file(number))) {
                return Optional.of("journal entry " + number + " is not whole");
            }
        }
        return Optional.empty();
    }

    private static boolean endsWithCommit(Path entry) throws IOException {
        byte[] end = END.getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(entry, StandardOpenOption.READ)) {
            if (channel.size() < end.length) {
                return false;
            }
            ByteBuffer last = ByteBuffer.allocate(end.length);
            channel.read(last, channel.size() - end.length);
            return Arrays.equals(last.array(), end);
        }
    }

    @Override
    public JournalEntry begin(DataVersion version, String author, String note) {
        try {
            Path unfinished = directory.resolve(UNFINISHED);
            return new Entry(new FileOutputStream(unfinished.toFile()), unfinished, version, author, note);
        } catch (IOException e) {
            throw new StoreException("the journal cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public InputStream open(long number) {
        try {
            return new BufferedInputStream(Files.newInputStream(file(number)), 1 << 16);
        } catch (NoSuchFileException e) {
            throw new StoreException(
                    "the journal has no entry " + number + ": restore the journal directory from a backup", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forceDirectory() throws IOException {
        // A rename is durable only when its directory is (POSIX; Linux allows opening one for this).
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private final class Entry extends JournalEntry {
        private final FileOutputStream out;
        private final Path unfinished;
        private final long number;
        private boolean sealed;

        Entry(FileOutputStream out, Path unfinished, DataVersion version, String author, String note) {
            super(out, version, author, note);
            this.out = out;
            this.unfinished = unfinished;
            this.number = version.number();
        }

        @Override
        void seal() {
            finish();
            try {
                out.getChannel().force(true);
                out.close();
                Files.move(unfinished, file(number), StandardCopyOption.ATOMIC_MOVE);
                sealed = true;
                forceDirectory();
            } catch (IOException e) {
                StoreException failure = new StoreException("the journal cannot be written: " + e.getMessage(), e);
                takeBack(failure);
                throw failure;
            }
            last = number;
            if (first == 0) {
                first = number;
            }
        }

        /** A seal that failed half-way must not be done again at the next opening. */
        private void takeBack(StoreException failure) {
            try {
                Files.deleteIfExists(file(number));
                sealed = false;
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }

        @Override
        public void close() {
            if (sealed) {
                return;
            }
            try {
                out.close();
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                throw new StoreException("the journal cannot be written: " + e.getMessage(), e);
            }
        }
    }
}
