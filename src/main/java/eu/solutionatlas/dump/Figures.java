package eu.solutionatlas.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of what is in a set, of this hub's own entries: counted once, while the set was written, and kept with it in
 * {@value #FILE_NAME}, so that who counts the rows of its tables comes to the same numbers a year later.
 *
 * @param solutions rows of the table of solutions
 * @param actors rows of the table of actors
 * @param adoptions rows of the table of adoptions
 * @param themes solutions by theme
 * @param regions solutions by region
 * @param statuses solutions by status
 * @param years solutions by the year in which they began
 */
public record Figures(
        long solutions,
        long actors,
        long adoptions,
        Breakdown themes,
        Breakdown regions,
        Breakdown statuses,
        Breakdown years) {
    static final String FILE_NAME = "figures.json";

    /**
     * How many solutions have which value.
     *
     * @param counts only of values that some solution has, or one below it; in the order of the tree
     * @param none solutions that have no value at all
     */
    public record Breakdown(List<Count> counts, long none) {
        public Breakdown {
            counts = List.copyOf(counts);
        }
    }

    /**
     * How many solutions have a value. One with two values counts at each, so that counts add up to more than there are.
     *
     * @param value an IRI, or a year
     * @param code as the tables have it
     * @param level how deep in the tree it is; 0 at the top
     * @param names by language tag; empty for a year and for what we have no name for
     * @param exactly solutions that have just this value, as the rows of the table say
     * @param withBelow solutions that have this value or one below it, each once
     */
    public record Count(
            String value, String code, int level, Map<String, String> names, long exactly, long withBelow) {}

    /**
     * Those of a set.
     *
     * @param sets that it is one of
     * @return empty for a set of an older version, which has none
     * @throws IOException when they cannot be read
     */
    public static Optional<Figures> of(DumpSets sets, DumpSet set) throws IOException {
        Optional<DumpFile> file = set.file(FILE_NAME);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        sets.requireSound(set, file.get());
        return Optional.of(DumpJson.read(Files.readAllBytes(set.path(file.get())), Figures.class));
    }
}
