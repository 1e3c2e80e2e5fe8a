package eu.solutionatlas.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The files of {@code ontology/}, which travel with the program: what it runs on is what it publishes. */
public final class OntologyFiles {
    /** Name of the graph of each file. */
    private static final Map<String, String> GRAPHS = new LinkedHashMap<>();

    static {
        GRAPHS.put("ns", "atlas.ttl");
        GRAPHS.put("shapes", "shapes.ttl");
        GRAPHS.put("theme", "themes.ttl");
        GRAPHS.put("region", "regions.ttl");
        GRAPHS.put("status", "status.ttl");
        GRAPHS.put("actor-kind", "actor-kinds.ttl");
    }

    private OntologyFiles() {}

    /** The graph of each Turtle file, by the IRI that names it: the same at every hub. */
    public static Map<Node, Graph> graphs() {
        Map<Node, Graph> graphs = new LinkedHashMap<>();
        GRAPHS.forEach((name, file) -> graphs.put(NodeFactory.createURI(Iris.SHARED + name), parse(file)));
        return graphs;
    }

    /** The SHACL shapes. */
    public static Graph shapes() {
        return parse("shapes.ttl");
    }

    /** The JSON-LD context, as it is published. */
    public static String context() {
        return new String(bytes("context.jsonld"), StandardCharsets.UTF_8);
    }

    /**
     * The example queries, which name the addresses of the hub that shows them.
     *
     * @param base of the hub
     */
    public static Graph examples(String base) {
        return parse("examples.ttl", base);
    }

    private static Graph parse(String file) {
        return parse(file, Iris.SHARED);
    }

    private static Graph parse(String file, String base) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(new String(bytes(file), StandardCharsets.UTF_8), Lang.TURTLE)
                .base(base)
                .parse(graph);
        return graph;
    }

    private static byte[] bytes(String file) {
        try (InputStream in = OntologyFiles.class.getResourceAsStream("/ontology/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without ontology/" + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
