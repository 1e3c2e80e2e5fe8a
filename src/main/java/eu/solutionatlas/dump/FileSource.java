package eu.solutionatlas.dump;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Where the files of a set are read from: a directory or an archive. */
interface FileSource extends AutoCloseable {
    /** The names of all that there is. */
    Set<String> names();

    /** Whether something that there is can be read to an end, as directories and pipes cannot. */
    boolean isFile(String name);

    InputStream open(String name) throws IOException;

    @Override
    void close() throws IOException;

    static FileSource directory(Path directory) throws IOException {
        Set<String> names;
        try (Stream<Path> files = Files.list(directory)) {
            names = files.map(file -> file.getFileName().toString()).collect(Collectors.toUnmodifiableSet());
        }
        return new FileSource() {
            @Override
            public Set<String> names() {
                return names;
            }

            @Override
            public boolean isFile(String name) {
                return Files.isRegularFile(directory.resolve(name));
            }

            @Override
            public InputStream open(String name) throws IOException {
                return new BufferedInputStream(Files.newInputStream(directory.resolve(name)), 1 << 16);
            }

            @Override
            public void close() {}
        };
    }

    /** By the last part of the names, since all lies in one directory. */
    static FileSource zip(Path path) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new IOException(path + " is no whole zip archive: " + e.getMessage(), e);
        }
        TreeSet<String> doubled = new TreeSet<>();
        Map<String, ZipEntry> entries = zip.stream()
                .filter(entry -> !entry.isDirectory())
                .collect(Collectors.toMap(
                        entry -> entry.getName().substring(entry.getName().lastIndexOf('/') + 1),
                        entry -> entry,
                        (one, other) -> {
                            doubled.add(other.getName());
                            return one;
                        }));
        if (!doubled.isEmpty()) {
            zip.close();
            throw new IOException(path + " has two files of one name: "
                    + doubled.first().substring(doubled.first().lastIndexOf('/') + 1));
        }
        return new FileSource() {
            @Override
            public Set<String> names() {
                return entries.keySet();
            }

            @Override
            public boolean isFile(String name) {
                return entries.containsKey(name);
            }

            @Override
            public InputStream open(String name) throws IOException {
                ZipEntry entry = entries.get(name);
                if (entry == null) {
                    throw new NoSuchFileException(name);
                }
                return zip.getInputStream(entry);
            }

            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }
}
