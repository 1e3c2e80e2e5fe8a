package eu.solutionatlas.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Compares one file with what the manifest says of it. Parsers see only what has the right checksum: what somebody has made of
 * another file could take any memory.
 */
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
        List<String> complaints = bytes(file);
        return complaints.isEmpty() ? content(file) : complaints;
    }

    private List<String> bytes(DumpFile file) throws IOException {
        MessageDigest digest = OutputFile.sha256();
        long bytes;
        try (InputStream in = new DigestInputStream(source.open(file.name()), digest)) {
            bytes = in.transferTo(OutputStream.nullOutputStream());
        }
        List<String> complaints = new ArrayList<>();
        String sum = HexFormat.of().formatHex(digest.digest());
        if (!sum.equals(file.sha256())) {
            complaints.add(file.name() + " is not as it was: its SHA-256 is " + sum + ", but the manifest says "
                    + file.sha256());
        }
        if (bytes != file.bytes()) {
            complaints.add(file.name() + " has " + bytes + " bytes, but the manifest says " + file.bytes());
        }
        return complaints;
    }

    private List<String> content(DumpFile file) throws IOException {
        try (InputStream in = source.open(file.name());
                InputStream plain = file.format().isGzip() ? new GZIPInputStream(in, 1 << 16) : in) {
            long count = Contents.count(file.format(), plain);
            return file.format().unit().isEmpty() || count == file.count()
                    ? List.of()
                    : List.of(file.name() + " has " + count + " "
                            + file.format().unit() + ", but the manifest says " + file.count());
        } catch (IOException | RuntimeException e) {
            return List.of(file.name() + " cannot be read as " + file.format().title() + ": " + e.getMessage());
        }
    }
}
