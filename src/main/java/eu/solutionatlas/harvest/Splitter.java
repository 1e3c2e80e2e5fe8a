package eu.solutionatlas.harvest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;

/**
 * Makes entries of statements that know no entries: a solution or actor, the record about it, and what belongs to them,
 * which are blank nodes and IRIs that go on with a hash. All that is read is in memory, so there is a limit.
 */
final class Splitter {
    /** About 300 bytes each. */
    private static final int MAX_TRIPLES = 500_000;

    private Splitter() {}

    /** Reads a file of statements, whatever graphs they stand in. */
    static Graph read(Path file, Lang lang, String base, long maxBytes) throws BrokenInputException, IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        RdfInput.read(file, lang, base, maxBytes, collecting(graph));
        return graph;
    }

    /** Puts statements into a graph, up to the limit. */
    static StreamRDF collecting(Graph graph) {
        return new StreamRDFBase() {
            private int count;

            @Override
            public void triple(Triple triple) {
                count++;
                if (count > MAX_TRIPLES) {
                    throw new RiotException("there are more than " + MAX_TRIPLES + " statements that are not in graphs"
                            + " of their own: offer N-Quads with a graph for each entry");
                }
                graph.add(triple);
            }

            @Override
            public void quad(Quad quad) {
                triple(quad.asTriple());
            }
        };
    }

    /** Writes the entries of a graph, one after the other. */
    static void write(Graph graph, Path file) throws BrokenInputException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(graph, out);
        }
    }

    static void write(Graph graph, OutputStream out) throws BrokenInputException {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS_UTF8);
        writer.start();
        long written = 0;
        for (Node thing : things(graph)) {
            List<Node> records = graph.find(Node.ANY, FOAF.primaryTopic.asNode(), thing)
                    .mapWith(Triple::getSubject)
                    .filterKeep(Node::isURI)
                    .toList();
            Node name = records.isEmpty() ? thing : records.getFirst();
            Set<Triple> triples = belongings(graph, thing, records);
            written += triples.size();
            if (written > 2L * MAX_TRIPLES) {
                throw new BrokenInputException("its entries share so much that they have more than " + 2 * MAX_TRIPLES
                        + " statements together");
            }
            triples.forEach(triple -> writer.quad(Quad.create(name, triple)));
        }
        writer.finish();
    }

    private static Set<Node> things(Graph graph) {
        Set<Node> things = new LinkedHashSet<>();
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filterKeep(Candidate::isEntryType)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .forEach(things::add);
        return things;
    }

    /** One more than an entry may have is enough to see that there are too many. */
    private static Set<Triple> belongings(Graph graph, Node thing, List<Node> records) {
        Set<Triple> triples = new LinkedHashSet<>();
        Set<Node> seen = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(records);
        open.add(thing);
        List<String> parts = java.util.stream.Stream.concat(java.util.stream.Stream.of(thing), records.stream())
                .map(node -> node.getURI() + "#")
                .toList();
        while (!open.isEmpty() && triples.size() <= CandidateCheck.MAX_TRIPLES) {
            Node subject = open.remove();
            if (seen.add(subject)) {
                Iterator<Triple> found = graph.find(subject, Node.ANY, Node.ANY);
                while (found.hasNext() && triples.size() <= CandidateCheck.MAX_TRIPLES) {
                    Triple triple = found.next();
                    triples.add(triple);
                    Node object = triple.getObject();
                    if (object.isBlank() || (object.isURI() && parts.stream().anyMatch(object.getURI()::startsWith))) {
                        open.add(object);
                    }
                }
            }
        }
        return triples;
    }
}
