package eu.solutionatlas.dump;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/** Checksums as {@code sha256sum --check} reads them. */
final class Checksums {
    static final String FILE_NAME = "SHA256SUMS";

    /** What an address has at its end that gives the checksum of one file. */
    static final String SUFFIX = ".sha256";

    private Checksums() {}

    static byte[] of(Collection<DumpFile> files) {
        return files.stream().map(Checksums::line).collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    }

    static String line(DumpFile file) {
        return file.sha256() + "  " + file.name() + "\n";
    }
}
