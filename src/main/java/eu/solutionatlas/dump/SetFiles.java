package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.GraphWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The RDF files of a set while they are written: those of this hub's own documents, and those of one partner at a time. */
final class SetFiles implements AutoCloseable {
    private final SetDirectory directory;
    private final List<Open> own = new ArrayList<>();
    private Optional<String> hub = Optional.empty();
    private List<Open> copied = List.of();
    private final List<DumpFile> written = new ArrayList<>();

    /** A file, and what writes its format into it. */
    private record Open(
            OutputFile file, DocumentStream stream, DumpFormat format, Optional<String> hub, String description) {}

    /** @param jsonLd knows the context */
    SetFiles(SetDirectory directory, GraphWriter jsonLd) throws IOException {
        this.directory = directory;
        try {
            openOwn(jsonLd);
        } catch (IOException | RuntimeException e) {
            close(); // who makes this has nothing to close yet
            throw e;
        }
    }

    private void openOwn(GraphWriter jsonLd) throws IOException {
        own.add(open(
                "catalogue.nq.gz",
                DumpFormat.N_QUADS,
                DocumentStream::quads,
                Optional.empty(),
                "The whole catalogue of this hub: every document with its sources and dates, each in a graph of its own."
                        + " The form to load into a database, or into another Atlas."));
        own.add(open(
                "catalogue.ttl.gz",
                DumpFormat.TURTLE,
                DocumentStream::turtle,
                Optional.empty(),
                "The same statements as one graph, for reading and for tools that know no graphs."));
        own.add(open(
                "catalogue.jsonld.gz",
                DumpFormat.JSON_LD,
                out -> DocumentStream.json(out, jsonLd),
                Optional.empty(),
                "The same statements as JSON, for programs. Its context is published by the hub, and lies beside it."));
    }

    private Open open(
            String name,
            DumpFormat format,
            Function<OutputStream, DocumentStream> writer,
            Optional<String> partner,
            String description)
            throws IOException {
        OutputFile file = new OutputFile(directory.file(name), format.isGzip());
        try {
            return new Open(file, writer.apply(file.stream()), format, partner, description);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    void own(Node document, List<Triple> triples) {
        own.forEach(open -> open.stream().add(document, triples));
    }

    /** @param partner its documents come one after the other */
    void copied(String partner, Node document, List<Triple> triples) throws IOException {
        if (!hub.equals(Optional.of(partner))) {
            finish(copied);
            open(partner);
            hub = Optional.of(partner);
        }
        copied.forEach(open -> open.stream().add(document, triples));
    }

    private void open(String partner) throws IOException {
        Optional<String> of = Optional.of(partner);
        List<Open> opened = new ArrayList<>();
        copied = opened; // each is closed whatever becomes of the next
        String what = "Copies of the entries of the hub " + partner
                + ", each with where it was copied from and when; that hub answers for them. ";
        opened.add(open(
                "hub-" + partner + ".nq.gz",
                DumpFormat.N_QUADS,
                DocumentStream::quads,
                of,
                what + "Each in a graph of its own."));
        opened.add(open(
                "hub-" + partner + ".ttl.gz", DumpFormat.TURTLE, DocumentStream::turtle, of, what + "As one graph."));
    }

    void finish() throws IOException {
        finish(own);
        finish(copied);
    }

    private void finish(List<Open> files) throws IOException {
        for (Open open : files) {
            long count = open.stream().finish();
            written.add(open.file().finish(open.format(), open.hub(), open.description(), count));
        }
    }

    /** What is finished. */
    List<DumpFile> written() {
        return List.copyOf(written);
    }

    @Override
    public void close() throws IOException {
        for (Open open : own) {
            open.file().close();
        }
        for (Open open : copied) {
            open.file().close();
        }
    }
}
