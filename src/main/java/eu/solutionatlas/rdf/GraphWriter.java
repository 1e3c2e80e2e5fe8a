package eu.solutionatlas.rdf;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.riot.writer.DirectiveStyle;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/** Writes graphs as documents, in every format that documents are offered in. */
public final class GraphWriter {
    private final JsonLdWriter jsonLd;

    public GraphWriter(JsonLdWriter jsonLd) {
        this.jsonLd = jsonLd;
    }

    /**
     * A graph as the bytes of a document.
     *
     * @param graph read wholly before this returns; its own prefixes are left alone
     * @param name the graph's name, which N-Quads state and which JSON-LD nests the rest under where it can
     */
    public byte[] write(Graph graph, Node name, RdfFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        switch (format) {
            case TURTLE -> pretty(graph, RDFFormat.TURTLE_PRETTY, out);
            case RDF_XML -> pretty(graph, RDFFormat.RDFXML_PLAIN, out);
            case JSON_LD -> jsonLd.write(graph, name, out);
            case N_TRIPLES -> lines(graph, null, RDFFormat.NTRIPLES_UTF8, out);
            case N_QUADS -> lines(graph, name, RDFFormat.NQUADS_UTF8, out);
        }
        return out.toByteArray();
    }

    /**
     * A document of many graphs.
     *
     * @param format any but RDF/XML
     * @param out is neither flushed nor closed
     */
    public GraphStream stream(RdfFormat format, OutputStream out) {
        return switch (format) {
            case TURTLE -> {
                StreamRDF turtle = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
                Lines lines = new Lines(turtle, (name, triple) -> turtle.triple(triple));
                Prefixes.ALL.forEach(turtle::prefix);
                yield lines;
            }
            case N_TRIPLES -> {
                StreamRDF triples = StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES_UTF8);
                yield new Lines(triples, (name, triple) -> triples.triple(triple));
            }
            case N_QUADS -> {
                StreamRDF quads = StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS_UTF8);
                yield new Lines(quads, (name, triple) -> quads.quad(Quad.create(name, triple)));
            }
            case JSON_LD -> jsonLd.stream(out);
            case RDF_XML -> throw new IllegalArgumentException(format.title() + " cannot be written bit by bit");
        };
    }

    /**
     * Statements, in the order of their graphs.
     *
     * @param write of a graph's name and a triple of it
     */
    private record Lines(StreamRDF out, BiConsumer<Node, Triple> write) implements GraphStream {
        Lines {
            out.start();
        }

        @Override
        public void add(Graph graph, Node thing, Node name) {
            graph.find(thing, Node.ANY, Node.ANY).forEach(triple -> write.accept(name, triple));
            graph.find()
                    .filterDrop(triple -> triple.getSubject().equals(thing))
                    .forEach(triple -> write.accept(name, triple));
        }

        @Override
        public void finish() {
            out.finish();
        }
    }

    /** With those of our prefixes that the graph has a use for, so that a reader is not met by a wall of them. */
    private static void pretty(Graph graph, RDFFormat format, ByteArrayOutputStream out) {
        Graph copy = GraphFactory.createDefaultGraph();
        Iterator<Triple> triples = graph.find();
        while (triples.hasNext()) {
            Triple triple = triples.next();
            copy.add(triple);
            addPrefix(copy, triple.getSubject());
            addPrefix(copy, triple.getPredicate());
            addPrefix(copy, triple.getObject());
        }
        RDFWriter.source(copy)
                .format(format)
                // The style that older readers of Turtle know too.
                .set(RIOT.symTurtleDirectiveStyle, DirectiveStyle.AT)
                .output(out);
    }

    private static void addPrefix(Graph graph, Node node) {
        String iri = node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
        for (Map.Entry<String, String> prefix : Prefixes.ALL.entrySet()) {
            // Without a prefix for rdf: itself, the writer says "a" for rdf:type.
            if (iri.startsWith(prefix.getValue()) && !prefix.getKey().equals("rdf")) {
                graph.getPrefixMapping().setNsPrefix(prefix.getKey(), prefix.getValue());
            }
        }
    }

    private static void lines(
            Graph graph, @org.jspecify.annotations.Nullable Node name, RDFFormat format, ByteArrayOutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
        writer.start();
        graph.find().forEach(triple -> {
            if (name == null) {
                writer.triple(triple);
            } else {
                writer.quad(Quad.create(name, triple));
            }
        });
        writer.finish();
    }
}
