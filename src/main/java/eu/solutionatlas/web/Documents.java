package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.GraphStream;
import eu.solutionatlas.rdf.GraphWriter;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Lookup;
import io.javalin.http.Context;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.CannotEncodeCharacterException;

/** What every feature needs to publish documents: how they are answered, framed, and written as page or as data. */
public final class Documents {
    private final Iris iris;
    private final Responder responder;
    private final Frames frames;
    private final Views views;
    private final GraphWriter writer;

    public Documents(Iris iris, Responder responder, Frames frames, Views views, GraphWriter writer) {
        this.iris = iris;
        this.responder = responder;
        this.frames = frames;
        this.views = views;
        this.writer = writer;
    }

    public Iris iris() {
        return iris;
    }

    /** Answers for one document, see {@link Responder#respond}. */
    public void respond(Context ctx, Address address, List<Representation> offered, Renderer renderer) {
        responder.respond(ctx, address, offered, renderer);
    }

    /** The frame of a page. To be made outside of a read of the store, see {@link Frames}. */
    public Frame frame(Address address, List<Representation> offered, Reader reader) {
        return frames.of(address, offered, reader);
    }

    /** A page in UTF-8, see {@link Views#render}. */
    public byte[] page(String template, Frame frame, Object page) {
        return views.render(template, frame, page);
    }

    /** A page in UTF-8, with its frame. */
    public byte[] page(Page page, Frame frame, DataVersion version) {
        return page(
                page.template(),
                frame.about(page.title(), page.description(), version).about(page.about()),
                page.model());
    }

    /**
     * A graph in one of the RDF formats.
     *
     * @param name of the graph; the document's IRI
     */
    public byte[] data(Graph graph, Node name, Representation representation) {
        try {
            return writer.write(graph, name, representation.format().orElseThrow());
        } catch (CannotEncodeCharacterException e) {
            throw new ProblemException(Problem.of(
                    422,
                    "not-xml",
                    "Not to be had as XML",
                    "A value has a control character, which XML cannot hold. Ask for Turtle or JSON-LD."));
        }
    }

    /** Writes many graphs as one document, see {@link GraphWriter#stream}. */
    public GraphStream stream(Representation representation, OutputStream out) {
        return writer.stream(representation.format().orElseThrow(), out);
    }

    /** What became of a document, as data. */
    public Rendered data(Lookup lookup, DataVersion version, Node document, Representation representation) {
        return switch (lookup) {
            case Lookup.Found found -> new Rendered.Body(version, data(found.graph(), document, representation));
            case Lookup.Gone gone -> new Rendered.Gone(version, data(gone.tombstone(), document, representation));
            case Lookup.Moved moved -> moved(moved.replacement());
            case Lookup.Unknown unknown -> new Rendered.Unknown();
        };
    }

    /**
     * What became of a document, as a page.
     *
     * @param page makes the page of a document that is there
     */
    public Rendered page(Lookup lookup, DataVersion version, Frame frame, Function<Graph, byte[]> page) {
        return switch (lookup) {
            case Lookup.Found found -> new Rendered.Body(version, page.apply(found.graph()));
            case Lookup.Gone gone -> {
                Frame titled = frame.about(frame.text("gone.title"), "", version);
                yield new Rendered.Gone(
                        version, page("web/gone.jte", titled, Tombstone.of(gone.tombstone(), frame.language())));
            }
            case Lookup.Moved moved -> moved(moved.replacement());
            case Lookup.Unknown unknown -> new Rendered.Unknown();
        };
    }

    /** Data may name the thing or the document; we lead to the document. */
    private Rendered moved(Node replacement) {
        return new Rendered.Moved(
                iris.documentOf(replacement).orElse(replacement).getURI());
    }
}
