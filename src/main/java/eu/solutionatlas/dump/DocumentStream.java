package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.GraphStream;
import eu.solutionatlas.rdf.GraphWriter;
import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.rdf.RdfFormat;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/** Takes documents one by one and writes them in one format. */
interface DocumentStream {
    /** @param triples of the document, in their order */
    void add(Node document, List<Triple> triples);

    /**
     * Ends what is written.
     *
     * @return how many triples, quads or rows it has
     */
    long finish();

    /** N-Quads: each triple in the graph of its document. */
    static DocumentStream quads(OutputStream out) {
        return new Lines(StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS_UTF8), true);
    }

    /** Turtle, with the same prefixes each time. */
    static DocumentStream turtle(OutputStream out) {
        Lines lines = new Lines(StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS), false);
        new TreeMap<>(Prefixes.ALL).forEach(lines.out::prefix);
        return lines;
    }

    /** JSON-LD: one document, to which each of ours adds what it says. */
    static DocumentStream json(OutputStream out, GraphWriter writer) {
        GraphStream stream = writer.stream(RdfFormat.JSON_LD, out);
        return new DocumentStream() {
            private long count;

            @Override
            public void add(Node document, List<Triple> triples) {
                count += triples.size();
                stream.add(graph(triples), document, document);
            }

            @Override
            public long finish() {
                stream.finish();
                return count;
            }
        };
    }

    /** A graph of triples, which gives them in the same order for the same triples. */
    static Graph graph(List<Triple> triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    /** Statements, one after the other. */
    final class Lines implements DocumentStream {
        private final StreamRDF out;
        private final boolean withGraph;
        private long count;

        private Lines(StreamRDF out, boolean withGraph) {
            this.out = out;
            this.withGraph = withGraph;
            out.start();
        }

        @Override
        public void add(Node document, List<Triple> triples) {
            count += triples.size();
            if (withGraph) {
                triples.forEach(triple -> out.quad(Quad.create(document, triple)));
            } else {
                triples.forEach(out::triple);
            }
        }

        @Override
        public long finish() {
            out.finish();
            return count;
        }
    }
}
