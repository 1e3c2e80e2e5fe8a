package eu.solutionatlas.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is found, up to a number that a person would still read. For the threads that read and write. */
final class Findings {
    /** Past this many errors, reading stops: they mostly have one cause. */
    static final int MAX_ERRORS = 1000;

    private final List<Finding> found = new ArrayList<>();
    private int errors;

    synchronized void add(Finding finding) {
        found.add(finding);
        if (finding.level() == Finding.Level.ERROR) {
            errors++;
        }
    }

    synchronized void error(String file, long line, String entry, String message) {
        add(new Finding(file, line, entry, Finding.Level.ERROR, message));
    }

    synchronized boolean hasErrors() {
        return errors > 0;
    }

    synchronized boolean isFull() {
        return errors >= MAX_ERRORS;
    }

    synchronized boolean hasErrorAt(String file, long line) {
        return found.stream()
                .anyMatch(finding -> finding.level() == Finding.Level.ERROR
                        && finding.line() == line
                        && finding.file().equals(file));
    }

    /** File by file, as they were read, and each from its top to its end. */
    synchronized List<Finding> all() {
        Map<String, Integer> files = new HashMap<>();
        found.forEach(finding -> files.putIfAbsent(finding.file(), files.size()));
        return found.stream()
                .sorted(Comparator.comparing((Finding finding) -> files.get(finding.file()))
                        .thenComparing(Finding::line))
                .toList();
    }
}
