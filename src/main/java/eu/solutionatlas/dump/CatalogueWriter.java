package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.store.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes documents of a snapshot, one by one in the order of their IRIs and sorted inside, so that two dumps can be
 * compared with ordinary tools and the graphs of N-Quads stand together. One document is in memory at a time.
 */
final class CatalogueWriter {
    private static final Comparator<Triple> IN_ORDER = Comparator.comparing(
                    (Triple triple) -> text(triple.getSubject()))
            .thenComparing(triple -> text(triple.getPredicate()))
            .thenComparing(triple -> text(triple.getObject()));

    private CatalogueWriter() {}

    /** @param documents those to write, in any order */
    static void write(DumpName name, Snapshot snapshot, Collection<Node> documents, OutputStream out)
            throws IOException {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, format(name));
        writer.start();
        if (name == DumpName.TURTLE) {
            new TreeMap<>(Prefixes.ALL).forEach(writer::prefix);
        }
        for (Node document : inOrder(documents)) {
            for (Triple triple : sorted(snapshot, document)) {
                if (name == DumpName.TURTLE) {
                    writer.triple(triple);
                } else {
                    writer.quad(Quad.create(document, triple));
                }
            }
        }
        writer.finish();
        out.flush();
    }

    private static RDFFormat format(DumpName name) {
        return switch (name) {
            case TURTLE -> RDFFormat.TURTLE_BLOCKS;
            case N_QUADS -> RDFFormat.NQUADS_UTF8;
        };
    }

    private static List<Node> inOrder(Collection<Node> documents) {
        return documents.stream().sorted(Comparator.comparing(Node::getURI)).toList();
    }

    private static List<Triple> sorted(Snapshot snapshot, Node document) {
        List<Triple> triples = snapshot.graph(document).find().toList();
        triples.sort(IN_ORDER);
        return triples;
    }

    private static String text(Node node) {
        return NodeFmtLib.strNT(node);
    }
}
