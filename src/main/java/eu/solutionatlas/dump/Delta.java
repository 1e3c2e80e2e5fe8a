package eu.solutionatlas.dump;

import eu.solutionatlas.dump.Changes.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What is other in one set than in another, either of which may be the earlier. Made from their files in one pass; however
 * large they are, one document of each is in memory.
 *
 * @param from what one has
 * @param to what one comes to
 */
record Delta(DumpSet from, DumpSet to) {
    private static final String DATA = "catalogue.nq.gz";

    /** Whether both sets have what is needed; those of older versions of this program have not. */
    boolean isPossible() {
        return SetComparison.isPossible(from) && SetComparison.isPossible(to);
    }

    /**
     * Makes sure of what it is made from.
     *
     * @throws DamagedFileException when some of that is not what it was
     */
    void requireSound(DumpSets sets) throws DamagedFileException {
        for (DumpSet set : List.of(from, to)) {
            for (String name : List.of(Inventory.FILE_NAME, DATA)) {
                Optional<DumpFile> file = set.file(name);
                if (file.isPresent()) {
                    sets.requireSound(set, file.get());
                }
            }
        }
    }

    /** Its name, in addresses and files. */
    String name() {
        return to.id() + "-since-" + from.id();
    }

    /**
     * Writes an RDF Patch of this hub's own documents: whoever removes its D lines from the N-Quads of the one set and adds its
     * A lines has those of the other. In the order of the documents, and for each the removals first.
     */
    void patch(OutputStream out) throws IOException {
        Writer lines = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        lines.write("H base <" + to.base() + "> .\n");
        lines.write("H from \"" + from.id() + "\" .\n");
        lines.write("H to \"" + to.id() + "\" .\n");
        lines.write("TX .\n");
        try (Quads before = Quads.open(from);
                Quads after = Quads.open(to)) {
            SetComparison.of(from, to, difference -> {
                if (difference.line().hub().isEmpty()) {
                    Set<String> old = lines(before, difference.before());
                    Set<String> young = lines(after, difference.after());
                    for (String quad : old) {
                        if (!young.contains(quad)) {
                            lines.write("D " + quad + "\n");
                        }
                    }
                    for (String quad : young) {
                        if (!old.contains(quad)) {
                            lines.write("A " + quad + "\n");
                        }
                    }
                }
            });
        }
        lines.write("TC .\n");
        lines.flush();
    }

    /** Takes differences one by one, in the order of the documents. */
    @FunctionalInterface
    interface Taker {
        /** @param properties IRIs of those that have other values; none for a difference that was not looked into */
        void take(Difference difference, SortedSet<String> properties) throws IOException;
    }

    /**
     * Goes through all differences.
     *
     * @param wanted those of this hub's own documents that are looked into
     */
    void each(Predicate<Difference> wanted, Taker taker) throws IOException {
        try (Quads before = Quads.open(from);
                Quads after = Quads.open(to)) {
            SetComparison.of(from, to, difference -> {
                SortedSet<String> properties = new TreeSet<>();
                if (wanted.test(difference)) {
                    Set<String> old = lines(before, difference.before());
                    Set<String> young = lines(after, difference.after());
                    old.stream()
                            .filter(quad -> !young.contains(quad))
                            .map(Quads::property)
                            .forEach(properties::add);
                    young.stream()
                            .filter(quad -> !old.contains(quad))
                            .map(Quads::property)
                            .forEach(properties::add);
                }
                taker.take(difference, properties);
            });
        }
    }

    private static Set<String> lines(Quads quads, Optional<InventoryLine> document) throws IOException {
        if (document.isEmpty()) {
            return Set.of();
        }
        Set<String> found = quads.of(document.get().document());
        if (found.isEmpty()) {
            throw new IOException(
                    DATA + " lacks " + document.get().document() + ", which " + Inventory.FILE_NAME + " has");
        }
        return found;
    }

    /** Writes the documents that were added, changed and removed as a table, with those copied from partners. */
    void table(OutputStream out) throws IOException {
        CSVPrinter table = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        table.printRecord("change", "kind", "document", "hub", "name_en", "name_de", "name_pl", "name_cs", "name");
        SetComparison.of(from, to, difference -> {
            Optional<Kind> change = difference.kind();
            if (change.isPresent()) {
                InventoryLine line = difference.line();
                table.print(change.get().code());
                table.print(line.kind());
                table.print(line.document());
                table.print(line.hub().orElse(""));
                for (String language : List.of("en", "de", "pl", "cs", "")) {
                    table.print(line.names().getOrDefault(language, ""));
                }
                table.println();
            }
        });
        table.flush();
    }

    /** The N-Quads of a set, document by document in the order of the inventory. */
    private static final class Quads implements AutoCloseable {
        private final BufferedReader lines;
        private String next;

        private Quads(BufferedReader lines) throws IOException {
            this.lines = lines;
            this.next = line();
        }

        static Quads open(DumpSet set) throws IOException {
            DumpFile file = set.file(DATA).orElseThrow(() -> new IOException(set.id() + " has no " + DATA));
            return new Quads(new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(set.path(file)), 1 << 16), StandardCharsets.UTF_8)));
        }

        private String line() throws IOException {
            String line = lines.readLine();
            return line == null ? "" : line;
        }

        /** The quads of a document that comes after all that were asked for before; none when it says nothing. */
        Set<String> of(String document) throws IOException {
            Set<String> found = new LinkedHashSet<>();
            while (!next.isEmpty() && DocumentIris.ORDER.compare(graph(next), document) < 0) {
                next = line();
            }
            while (!next.isEmpty() && graph(next).equals(document)) {
                found.add(next);
                next = line();
            }
            return found;
        }

        /** The second term of a line, after a subject without blanks. */
        private static String property(String quad) {
            String rest = quad.substring(quad.indexOf(' ') + 1);
            return rest.substring(1, rest.indexOf('>'));
        }

        /** The last term of a line, which is the graph; in IRIs there is no angle bracket. */
        private static String graph(String quad) {
            return quad.substring(quad.lastIndexOf('<') + 1, quad.lastIndexOf('>'));
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
