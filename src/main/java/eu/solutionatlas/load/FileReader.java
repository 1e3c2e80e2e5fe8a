package eu.solutionatlas.load;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries from catalogue files: one entry from a Turtle file, any number from N-Quads, where the graph names the
 * document and the quads of a graph stand together, as in an Atlas's own dumps.
 */
final class FileReader {
    private static final String CHECKSUM = ".sha256";

    /** Ends the reading of a file whose rest would only repeat the same error, or that nobody would read on. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }

    private final Iris iris;
    private final Findings findings;
    private final Consumer<Entry> entries;

    FileReader(Iris iris, Findings findings, Consumer<Entry> entries) {
        this.iris = iris;
        this.findings = findings;
        this.entries = entries;
    }

    void read(Path path) {
        String file = path.toString();
        if (!hasItsChecksum(path)) {
            findings.error(
                    file,
                    0,
                    "",
                    "the file is not what its checksum file " + path.getFileName() + CHECKSUM
                            + " says: fetch both again");
            return;
        }
        try (Reader in = new StrictUtf8(open(path))) {
            if (file.endsWith(".ttl")) {
                readTurtle(file, in);
            } else {
                readQuads(file, in);
            }
        } catch (IOException e) {
            unreadable(file, e);
        } catch (RuntimeIOException e) {
            unreadable(file, e.getCause() == null ? e : e.getCause());
        } catch (StrictUtf8.NotUtf8 e) {
            notUtf8(path);
        } catch (Enough e) {
            // what there was to say is among the findings
        }
    }

    /** Whether a file is whole, as far as a checksum file beside it can tell; also if there is none. */
    private boolean hasItsChecksum(Path path) {
        Path checksum = path.resolveSibling(path.getFileName() + CHECKSUM);
        if (!Files.exists(checksum)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Files.readString(checksum).startsWith(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            unreadable(path.toString(), e);
            return true;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void unreadable(String file, Throwable cause) {
        findings.error(file, 0, "", "the file cannot be read: " + cause.getMessage());
    }

    private void notUtf8(Path path) {
        long line = 0;
        try (InputStream in = open(path)) {
            line = StrictUtf8.firstBadLine(in);
        } catch (IOException e) {
            unreadable(path.toString(), e);
        }
        findings.error(
                path.toString(),
                line,
                "",
                "the text is not UTF-8, so letters such as ä, ł or ř would be lost: save the file in that encoding");
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        return path.toString().endsWith(".gz") ? new WholeGzip(in) : in;
    }

    /** Gzip whose early end is an error also to a parser that takes an {@link EOFException} for the end of the input. */
    private static final class WholeGzip extends GZIPInputStream {
        WholeGzip(InputStream in) throws IOException {
            super(in, 1 << 16);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (EOFException e) {
                throw new ZipException("the compressed data ends too early: fetch the file again");
            }
        }
    }

    private void readTurtle(String file, Reader in) throws IOException {
        List<Triple> triples = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        boolean whole = parse(file, in, Lang.TURTLE, (graph, triple, line) -> {
            triples.add(triple);
            lines.add(line);
        });
        if (!whole) {
            return;
        }
        Map<Node, Long> documents = new LinkedHashMap<>();
        for (int i = 0; i < triples.size(); i++) {
            Triple triple = triples.get(i);
            if (triple.getPredicate().equals(RDF.type.asNode()) && isDocumentType(triple.getObject())) {
                documents.putIfAbsent(triple.getSubject(), lines.get(i));
            }
        }
        for (Map.Entry<Node, Long> document : documents.entrySet()) {
            if (document.getKey().isURI() && document.getKey().getURI().startsWith(iris.base() + "id/")) {
                findings.error(
                        file,
                        document.getValue(),
                        document.getKey().toString(),
                        "this stands at the document, whose IRI is the same without id/: a record or a tombstone is"
                                + " about the entry, not the thing itself");
                return;
            }
        }
        if (documents.size() != 1) {
            findings.error(
                    file,
                    documents.values().stream().skip(1).findFirst().orElse(0L),
                    "",
                    documents.isEmpty()
                            ? "the file describes no document: say <solution/…> a dcat:CatalogRecord ; foaf:primaryTopic"
                                    + " <id/solution/…> ."
                            : "the file describes " + documents.size() + " documents: give each a file of its own");
            return;
        }
        entries.accept(new Entry(documents.keySet().iterator().next(), triples, lines, file));
    }

    private static boolean isDocumentType(Node type) {
        return type.equals(DCAT.CatalogRecord.asNode())
                || type.equals(EntryCheck.TOMBSTONE)
                || type.equals(ATLAS.Register);
    }

    private void readQuads(String file, Reader in) throws IOException {
        QuadGrouping grouping = new QuadGrouping(file);
        if (parse(file, in, Lang.NQUADS, grouping)) {
            grouping.finish();
        }
    }

    /** Parses a file; false when its syntax is broken, which is then among the findings. */
    private boolean parse(String file, Reader in, Lang lang, LineTracking.Statements statements) throws IOException {
        int[] errors = {0};
        try {
            LineTracking.parse(
                    in,
                    lang,
                    iris.base(),
                    new ErrorHandler() {
                        @Override
                        public void warning(String message, long line, long column) {
                            findings.add(new Finding(file, line, "", Finding.Level.WARNING, message));
                        }

                        @Override
                        public void error(String message, long line, long column) {
                            errors[0]++;
                            findings.error(file, line, "", message);
                        }

                        @Override
                        public void fatal(String message, long line, long column) {
                            error(explain(message) + " (column " + column + ")", line, column);
                            throw new RiotException(message);
                        }
                    },
                    statements);
        } catch (RiotException e) {
            if (errors[0] == 0) {
                findings.error(file, 0, "", String.valueOf(e.getMessage()));
            }
            return false;
        }
        return errors[0] == 0;
    }

    /** The parser's words, and what they most often mean. */
    private static String explain(String message) {
        return message.startsWith("Triples not terminated by DOT")
                ? message + ": the line before this one probably lacks its ; or ."
                : message;
    }

    /** Puts quads that stand together into entries. */
    private final class QuadGrouping implements LineTracking.Statements {
        private final String file;
        private final Set<Node> seen = new HashSet<>();
        private @Nullable Node graph;
        private List<Triple> triples = new ArrayList<>();
        private List<Long> lines = new ArrayList<>();

        QuadGrouping(String file) {
            this.file = file;
        }

        @Override
        public void statement(@Nullable Node name, Triple triple, long line) {
            if (name == null) {
                findings.error(file, line, "", "the statement is in no graph: name its document's graph");
                throw new Enough();
            }
            if (!name.equals(graph)) {
                finish();
                if (!seen.add(name)) {
                    findings.error(
                            file,
                            line,
                            name.toString(),
                            "the graph comes back after others: sort the file so that a graph's quads stand together");
                    throw new Enough();
                }
                graph = name;
            }
            triples.add(triple);
            lines.add(line);
        }

        void finish() {
            if (graph != null) {
                entries.accept(new Entry(graph, triples, lines, file));
            }
            if (findings.isFull()) {
                throw new Enough();
            }
            triples = new ArrayList<>();
            lines = new ArrayList<>();
        }
    }
}
