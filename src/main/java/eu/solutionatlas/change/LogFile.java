package eu.solutionatlas.change;

import eu.solutionatlas.change.Activity.Kind;
import eu.solutionatlas.rdf.DataVersion;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of changes as lines: {@code U}, a tab and a document for each activity, then {@code =}, the number and the time of
 * the version that they are of. What a crash has left after the last such line is not counted and written over. Not for
 * several threads.
 */
final class LogFile {
    /** @param offset where its activities begin, in bytes */
    record Block(DataVersion version, long offset, int count) {}

    private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);
    private static final String ENDS = "=";

    private final Path path;
    private final List<Block> blocks = new ArrayList<>();
    private DataVersion known = DataVersion.NONE;
    private long end;
    private boolean open;

    LogFile(Path path) {
        this.path = path;
    }

    /** Up to where the journal has been read. */
    DataVersion known() {
        return known;
    }

    /**
     * Reads what there is.
     *
     * @param each is given the kind and the document of each activity
     */
    void open(BiConsumer<Kind, String> each) throws IOException {
        blocks.clear();
        known = DataVersion.NONE;
        end = 0;
        Files.createDirectories(path.toAbsolutePath().resolveSibling("."));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            int count = 0;
            long begin = 0;
            long at = 0;
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                at += line.length;
                String[] cells =
                        new String(line, StandardCharsets.UTF_8).strip().split("\t");
                if (cells[0].equals(ENDS)) {
                    close(new DataVersion(Long.parseLong(cells[1]), Instant.parse(cells[2])), begin, at, count);
                    begin = at;
                    count = 0;
                } else {
                    each.accept(Kind.ofLetter(cells[0]), cells[1]);
                    count++;
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("The log of changes is made anew, since there is none");
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("The log of changes is made anew, since it cannot be read: {}", e.toString());
            blocks.clear();
            known = DataVersion.NONE;
            end = 0;
        }
        open = true;
    }

    /** The next line with its end; empty when there is no whole one any more. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                return line.toByteArray();
            }
        }
        return new byte[0];
    }

    private void close(DataVersion version, long begin, long after, int count) {
        if (count > 0) {
            blocks.add(new Block(version, begin, count));
        }
        known = version;
        end = after;
    }

    /** Whether the file is still as it was left; else it has to be opened again. */
    boolean isWhole() throws IOException {
        return open && (end == 0 || (Files.exists(path) && Files.size(path) >= end));
    }

    /** Forgets everything, and begins after a version. */
    void clear(DataVersion before) throws IOException {
        blocks.clear();
        end = 0;
        known = DataVersion.NONE;
        append(before, List.of());
    }

    void append(DataVersion version, List<Activity> activities) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Activity activity : activities) {
            lines.append(activity.kind().letter())
                    .append('\t')
                    .append(activity.document())
                    .append('\n');
        }
        lines.append(ENDS)
                .append('\t')
                .append(version.number())
                .append('\t')
                .append(version.at())
                .append('\n');
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        long after = end + bytes.remaining();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(end).position(end);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        close(version, end, after, activities.size());
    }

    /** The changes of this hub's own documents after a version. */
    List<Block> after(long number) {
        int first = 0;
        int last = blocks.size();
        while (first < last) {
            int middle = (first + last) >>> 1;
            if (blocks.get(middle).version().number() > number) {
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        return blocks.subList(first, blocks.size());
    }

    /** Some activities of a change. */
    List<Activity> read(Block block, int skip, int most) throws IOException {
        List<Activity> activities = new ArrayList<>();
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(block.offset());
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int end = Math.min(block.count(), skip + most);
            for (int i = 0; i < end; i++) {
                String line = lines.readLine();
                if (line == null || line.startsWith(ENDS)) {
                    throw new IOException("it is shorter than it was");
                }
                if (i >= skip) {
                    activities.add(new Activity(
                            block.version(),
                            Kind.ofLetter(line.substring(0, 1)),
                            line.substring(line.indexOf('\t') + 1)));
                }
            }
        }
        return activities;
    }
}
