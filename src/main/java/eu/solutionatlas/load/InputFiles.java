package eu.solutionatlas.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which files a list of paths means: a file itself, a directory all catalogue files below it, in alphabetical order. */
final class InputFiles {
    private static final List<String> ENDINGS = List.of(".ttl", ".nq", ".nq.gz");

    private InputFiles() {}

    static List<Path> find(List<Path> paths, Findings findings) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                addDirectory(path, files, findings);
            } else if (!Files.exists(path)) {
                findings.error(path.toString(), 0, "", "there is no such file or directory");
            } else if (!isCatalogueFile(path)) {
                findings.error(
                        path.toString(), 0, "", "not a catalogue file: those end in " + String.join(", ", ENDINGS));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static void addDirectory(Path directory, List<Path> files, Findings findings) {
        int before = files.size();
        try (Stream<Path> walk = Files.walk(directory)) {
            walk.filter(Files::isRegularFile)
                    .filter(InputFiles::isCatalogueFile)
                    .sorted()
                    .forEach(files::add);
        } catch (IOException e) {
            findings.error(directory.toString(), 0, "", "the directory cannot be read: " + e.getMessage());
        }
        if (files.size() == before) {
            findings.error(
                    directory.toString(),
                    0,
                    "",
                    "the directory holds no catalogue files: those end in " + String.join(", ", ENDINGS));
        }
    }

    private static boolean isCatalogueFile(Path path) {
        return ENDINGS.stream().anyMatch(path.getFileName().toString()::endsWith);
    }
}
