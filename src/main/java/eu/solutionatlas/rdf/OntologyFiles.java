package eu.solutionatlas.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
     * An entry as it could be written, in Turtle, without what is said of the file.
     *
     * @param className of a class of ours, such as {@code Solution}
     */
    public static Optional<String> sample(String className) {
        return find("samples/" + className + ".ttl")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(text -> text.substring(text.indexOf("\n\n") + 2).strip());
    }

    /**
     * The example queries, which name the addresses of the hub that shows them.
     *
     * @param base of the hub
     */
    public static Graph examples(String base) {
        return parse(bytes("examples.ttl"), base);
    }

    private static Graph parse(String file) {
        return parse(bytes(file));
    }

    static Graph parse(byte[] turtle) {
        return parse(turtle, Iris.SHARED);
    }

    private static Graph parse(byte[] turtle, String base) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(new String(turtle, StandardCharsets.UTF_8), Lang.TURTLE)
                .base(base)
                .parse(graph);
        return graph;
    }

    static byte[] bytes(String file) {
        return find(file)
                .orElseThrow(() -> new IllegalStateException("the program was built without ontology/" + file));
    }

    private static Optional<byte[]> find(String file) {
        try (InputStream in = OntologyFiles.class.getResourceAsStream("/ontology/" + file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
