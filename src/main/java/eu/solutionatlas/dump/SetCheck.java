package eu.solutionatlas.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks dumps against the manifest beside or inside them: that every file is there, has the size and the checksum that
 * the manifest says, can be read as what it is, and has as many rows or statements.
 *
 * @param id of the set, as its manifest says
 * @param checked how many files were looked at
 * @param complaints what is wrong, each a line of English that begins with the file's name; empty when all is well
 */
public record SetCheck(String id, int checked, List<String> complaints) {
    public SetCheck {
        complaints = List.copyOf(complaints);
    }

    public boolean isSound() {
        return complaints.isEmpty();
    }

    /**
     * Checks.
     *
     * @param path a directory of a set, its package (zip), or one file with the manifest beside it
     * @throws IOException when it cannot be read, or there is no manifest to compare it with
     */
    public static SetCheck of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return directory(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException(path + " is neither a file nor a directory");
        }
        Path name = path.getFileName();
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null && name.toString().equals(Manifest.FILE_NAME)) {
            return directory(parent);
        }
        return name.toString().endsWith(".zip") ? zip(path) : file(path, parent == null ? path : parent);
    }

    private static SetCheck directory(Path directory) throws IOException {
        try (FileSource source = FileSource.directory(directory)) {
            return all(source, manifest(source, directory));
        }
    }

    /** A package is compared with the manifest beside it if that knows it, else with the one in it. */
    private static SetCheck zip(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null && Files.isRegularFile(parent.resolve(Manifest.FILE_NAME))) {
            try (FileSource beside = FileSource.directory(parent)) {
                Manifest manifest = manifest(beside, parent);
                Optional<DumpFile> known = described(manifest, path);
                if (known.isPresent()) {
                    return one(beside, manifest, known.get());
                }
            }
        }
        try (FileSource inside = FileSource.zip(path)) {
            return all(inside, manifest(inside, path));
        }
    }

    private static SetCheck file(Path path, Path parent) throws IOException {
        try (FileSource source = FileSource.directory(parent)) {
            Manifest manifest = manifest(source, parent);
            DumpFile described = described(manifest, path)
                    .orElseThrow(() -> new IOException("the manifest beside " + path
                            + " knows no file of that name: it describes " + manifest.id()));
            return one(source, manifest, described);
        }
    }

    private static Optional<DumpFile> described(Manifest manifest, Path path) {
        return manifest.files().stream()
                .filter(file -> file.name().equals(path.getFileName().toString()))
                .findFirst();
    }

    private static Manifest manifest(FileSource source, Path where) throws IOException {
        if (!source.isFile(Manifest.FILE_NAME)) {
            throw new IOException("there is no " + Manifest.FILE_NAME + " beside or in " + where
                    + ", so there is nothing to compare it with");
        }
        try (var in = source.open(Manifest.FILE_NAME)) {
            byte[] bytes = in.readAllBytes();
            Manifest manifest = Manifest.read(bytes);
            manifest.set(where, bytes); // what it says of the set fits together, or this throws
            return manifest;
        } catch (IOException e) {
            throw new IOException("the manifest of " + where + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static SetCheck one(FileSource source, Manifest manifest, DumpFile file) throws IOException {
        return new SetCheck(manifest.id(), 1, new FileCheck(source).complaints(file));
    }

    /** Two lists of checksums that contradict each other cannot both be right. */
    private static List<String> sums(FileSource source, Manifest manifest) throws IOException {
        if (!source.isFile(Checksums.FILE_NAME)) {
            return List.of();
        }
        List<DumpFile> summed = manifest.files().stream()
                .filter(file -> !file.name().equals(Checksums.FILE_NAME) && file.format() != DumpFormat.ZIP)
                .toList();
        try (var in = source.open(Checksums.FILE_NAME)) {
            byte[] expected = Checksums.of(summed);
            return Arrays.equals(in.readNBytes(expected.length + 1), expected)
                    ? List.of()
                    : List.of(Checksums.FILE_NAME + " does not have the checksums that the manifest has");
        }
    }

    private static SetCheck all(FileSource source, Manifest manifest) throws IOException {
        List<String> complaints = new ArrayList<>();
        FileCheck check = new FileCheck(source);
        Set<String> unknown = new TreeSet<>(source.names());
        unknown.remove(Manifest.FILE_NAME);
        for (DumpFile file : manifest.files()) {
            complaints.addAll(check.complaints(file));
            unknown.remove(file.name());
        }
        if (complaints.isEmpty()) {
            complaints.addAll(sums(source, manifest));
        }
        unknown.forEach(name -> complaints.add(name + " is there, but the manifest does not know it"));
        return new SetCheck(manifest.id(), manifest.files().size(), complaints);
    }
}
