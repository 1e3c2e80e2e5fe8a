package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.PatchHeader;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.riot.RiotException;
import org.jspecify.annotations.Nullable;

/** Reads a journal entry: as a {@link Change}, or to do it again. */
final class PatchReader {
    private static final PatchTarget NOWHERE = new PatchTarget() {
        @Override
        public void add(Node document, Node subject, Node predicate, Node object) {}

        @Override
        public void delete(Node document, Node subject, Node predicate, Node object) {}
    };

    private PatchReader() {}

    static Change read(InputStream entry) {
        return read(entry, NOWHERE);
    }

    /** The version that an entry made, from its head alone; closes it. */
    static DataVersion version(InputStream entry) {
        try (entry) {
            PatchHeader header = RDFPatchOps.readHeader(entry);
            return new DataVersion(
                    Long.parseLong(text(header, JournalEntry.VERSION)), Instant.parse(text(header, JournalEntry.AT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(PatchHeader header, String field) {
        return required(header.get(field), field).getLiteralLexicalForm();
    }

    private static <T> T required(@Nullable T value, String field) {
        return Objects.requireNonNull(value, () -> "a journal entry has no header " + field);
    }

    /** Reads an entry to its end, handing its quads to the target, and closes it. */
    static Change read(InputStream entry, PatchTarget target) {
        Collector collector = new Collector(target);
        try (entry) {
            new RDFPatchReaderText(entry).apply(collector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RiotException | NoSuchElementException | NullPointerException e) {
            // The last one is what Jena's reader ends with when a line is cut off in the middle.
            throw new StoreException(
                    "a journal entry is damaged (" + e.getMessage() + "): restore the journal directory from a backup",
                    e);
        }
        if (!collector.committed) {
            throw new StoreException("a journal entry ends too early: restore the journal directory from a backup");
        }
        return collector.change();
    }

    private static final class Collector extends RDFChangesBase {
        private final PatchTarget target;
        private final Map<String, String> headers = new HashMap<>();
        private final Set<Node> documents = new LinkedHashSet<>();
        private boolean committed;

        Collector(PatchTarget target) {
            this.target = target;
        }

        @Override
        public void header(String field, Node value) {
            headers.put(field, value.getLiteralLexicalForm());
        }

        @Override
        public void add(Node graph, Node subject, Node predicate, Node object) {
            documents.add(graph);
            target.add(graph, subject, predicate, object);
        }

        @Override
        public void delete(Node graph, Node subject, Node predicate, Node object) {
            documents.add(graph);
            target.delete(graph, subject, predicate, object);
        }

        @Override
        public void txnCommit() {
            committed = true;
        }

        Change change() {
            DataVersion version = new DataVersion(
                    Long.parseLong(header(JournalEntry.VERSION)), Instant.parse(header(JournalEntry.AT)));
            return new Change(version, header(JournalEntry.AUTHOR), header(JournalEntry.NOTE), documents);
        }

        private String header(String field) {
            return required(headers.get(field), field);
        }
    }
}
