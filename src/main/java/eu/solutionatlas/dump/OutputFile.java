package eu.solutionatlas.dump;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A file of a set while it is written: its checksum grows with it, and it is on the disk when it is closed. */
final class OutputFile implements AutoCloseable {
    private static final int BUFFER = 1 << 14;

    private final Path path;
    private final FileOutputStream file;
    private final MessageDigest digest = sha256();
    private final OutputStream raw;
    private final Optional<GZIPOutputStream> gzip;
    private final OutputStream out;

    /** @param compressed whether what is written is compressed; the head of gzip says no time and no name */
    OutputFile(Path path, boolean compressed) throws IOException {
        this.path = path;
        this.file = new FileOutputStream(path.toFile());
        this.raw = new DigestOutputStream(new BufferedOutputStream(file, BUFFER), digest);
        try {
            this.gzip = compressed ? Optional.of(new GZIPOutputStream(raw, BUFFER)) : Optional.empty();
        } catch (IOException e) {
            file.close();
            throw e;
        }
        this.out = gzip.isPresent() ? new BufferedOutputStream(gzip.get(), BUFFER) : raw;
    }

    /** What is written to it need not be flushed. */
    OutputStream stream() {
        return out;
    }

    /**
     * Ends the file.
     *
     * @param count how much is in it
     */
    DumpFile finish(DumpFormat format, Optional<String> hub, String description, long count) throws IOException {
        out.flush();
        if (gzip.isPresent()) {
            gzip.get().finish();
        }
        raw.flush();
        file.getChannel().force(true);
        file.close();
        return new DumpFile(
                path.getFileName().toString(),
                format,
                hub,
                description,
                Files.size(path),
                HexFormat.of().formatHex(digest.digest()),
                count);
    }

    /** Closes the file as it is, where it was not finished. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
