package eu.solutionatlas.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All files of a set in one archive, below one directory, with the manifest that they can be checked against. */
final class PackageFile {
    private PackageFile() {}

    /** The name of the archive without its ending, and of the directory in it. */
    static String name(DumpId id) {
        return "solution-atlas-" + id;
    }

    /** @param manifest of the files that go into it */
    static DumpFile write(SetDirectory directory, SetFacts facts, Manifest manifest) throws IOException {
        String name = name(facts.id());
        try (OutputFile file = new OutputFile(directory.file(name + ".zip"), false)) {
            ZipOutputStream zip = new ZipOutputStream(file.stream(), StandardCharsets.UTF_8);
            for (DumpFile one : manifest.files()) {
                add(zip, directory.file(one.name()), entry(name, one.name(), facts), isCompressed(one));
            }
            zip.putNextEntry(entry(name, Manifest.FILE_NAME, facts));
            zip.write(manifest.timeless().toBytes());
            zip.closeEntry();
            zip.finish();
            return file.finish(
                    DumpFormat.ZIP,
                    Optional.empty(),
                    "All of it in one archive, with README, codebook, licence and citation.",
                    manifest.files().size() + 1L);
        }
    }

    private static ZipEntry entry(String directory, String name, SetFacts facts) {
        ZipEntry entry = new ZipEntry(directory + "/" + name);
        entry.setTimeLocal(facts.time());
        return entry;
    }

    private static boolean isCompressed(DumpFile file) {
        return file.format().isGzip() || file.format() == DumpFormat.XLSX;
    }

    private static void add(ZipOutputStream zip, Path file, ZipEntry entry, boolean asItIs) throws IOException {
        if (asItIs) {
            // What is stored rather than compressed is described before it comes.
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(Files.size(file));
            entry.setCompressedSize(Files.size(file));
            entry.setCrc(crc(file));
        }
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
    }

    private static long crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), crc)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return crc.getValue();
    }
}
