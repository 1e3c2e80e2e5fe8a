package eu.solutionatlas.web;

import eu.solutionatlas.rdf.GraphWriter;
import eu.solutionatlas.rdf.Iris;
import io.javalin.http.Context;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

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

    /**
     * A graph in one of the RDF formats.
     *
     * @param name of the graph; the document's IRI
     */
    public byte[] data(Graph graph, Node name, Representation representation) {
        return writer.write(graph, name, representation.format().orElseThrow());
    }
}
