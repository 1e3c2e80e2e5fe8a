package eu.solutionatlas.dump;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Compares one file with what the manifest says of it, in one reading. */
final class FileCheck {
    private final FileSource source;

    FileCheck(FileSource source) {
        this.source = source;
    }

    /** What is wrong with a file, in words; empty when nothing is. */
    List<String> complaints(DumpFile file) throws IOException {
        if (!source.names().contains(file.name())) {
            return List.of(file.name() + " is missing");
        }
        if (!source.isFile(file.name())) {
            return List.of(file.name() + " is no file");
        }
        List<String> complaints = new ArrayList<>();
        MessageDigest digest = OutputFile.sha256();
        long bytes;
        try (InputStream in = source.open(file.name());
                Counted raw = new Counted(new DigestInputStream(in, digest))) {
            content(file, raw, complaints);
            raw.transferTo(OutputStream.nullOutputStream());
            bytes = raw.count;
        }
        String sum = HexFormat.of().formatHex(digest.digest());
        if (bytes != file.bytes()) {
            complaints.addFirst(file.name() + " has " + bytes + " bytes, but the manifest says " + file.bytes());
        }
        if (!sum.equals(file.sha256())) {
            complaints.addFirst(file.name() + " is not as it was: its SHA-256 is " + sum + ", but the manifest says "
                    + file.sha256());
        }
        return complaints;
    }

    private static void content(DumpFile file, InputStream raw, List<String> complaints) {
        try {
            InputStream open = new Uncloseable(raw);
            InputStream plain = file.format().isGzip() ? new GZIPInputStream(open, 1 << 16) : open;
            long count = Contents.count(file.format(), plain);
            if (!file.format().unit().isEmpty() && count != file.count()) {
                complaints.add(file.name() + " has " + count + " "
                        + file.format().unit() + ", but the manifest says " + file.count());
            }
        } catch (IOException | RuntimeException e) {
            complaints.add(file.name() + " cannot be read as " + file.format().title() + ": " + e.getMessage());
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /** Parsers close what they have read, and here the rest must be read as well. */
    static final class Uncloseable extends FilterInputStream {
        Uncloseable(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
