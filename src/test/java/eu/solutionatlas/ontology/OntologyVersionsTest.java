package eu.solutionatlas.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.OntologyReleases;
import eu.solutionatlas.rdf.OntologyReleases.Part;
import eu.solutionatlas.rdf.RdfFormat;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was published stays: who changes the ontology, the shapes or the context gives them a new version, and keeps the
 * file in {@code ontology/versions/}.
 */
class OntologyVersionsTest {
    private static final Path KEPT = Path.of("ontology/versions");

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.empty();
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static Graph read(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).base(Iris.SHARED).parse(graph);
        return graph;
    }

    private static String only(Graph graph, Node property) {
        List<Node> values = graph.find(Node.ANY, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        assertThat(values).hasSize(1);
        return values.getFirst().isURI()
                ? values.getFirst().getURI()
                : values.getFirst().getLiteralLexicalForm();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/ns/Solution", "/ns/x", "/ns/1..0", "/ns/1", "/shapes/x", "/context/x", "/context/1.jsonld"})
    void nameThatIsNoKeptVersion_isNotFound(String path) {
        assertThat(atlas.get(path).statusCode()).isEqualTo(404);
    }

    private static List<String> sums() throws IOException {
        return Files.readAllLines(KEPT.resolve("SHA256SUMS"));
    }

    @Test
    void keptFile_isAsItWasPublished() throws Exception {
        assertThat(sums()).isNotEmpty();
        for (String line : sums()) {
            byte[] bytes = Files.readAllBytes(KEPT.resolve(line.substring(66)));
            String sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(line).startsWith(sum + "  ");
        }
    }

    @Test
    void keptFile_isListed() throws IOException {
        try (Stream<Path> files = Files.walk(KEPT)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> KEPT.relativize(file).toString())
                            .filter(name -> name.contains("/")))
                    .containsExactlyInAnyOrderElementsOf(
                            sums().stream().map(line -> line.substring(66)).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlas.ttl", "shapes.ttl"})
    void file_isThatOfItsVersion(String file) throws IOException {
        String text = Files.readString(Path.of("ontology", file));
        String version = only(read(text), OWL2.versionInfo.asNode());

        assertThat(KEPT.resolve(version).resolve(file))
                .as("a change needs a new version")
                .hasContent(text);
        assertThat(only(read(text), OWL2.versionIRI.asNode())).endsWith("/" + version);
    }

    @Test
    void context_isThatOfTheNewestVersion() throws IOException {
        String newest = OntologyReleases.load().versions(Part.CONTEXT).getFirst();

        assertThat(KEPT.resolve(newest).resolve("context.jsonld"))
                .as("a change needs a new version")
                .hasContent(Files.readString(Path.of("ontology/context.jsonld")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlas.ttl", "shapes.ttl"})
    void versionIri_leadsToThatVersionsFile(String file) throws IOException {
        String text = Files.readString(Path.of("ontology", file));
        String iri = only(read(text), OWL2.versionIRI.asNode());

        HttpResponse<String> answer = atlas.get("/" + iri.substring(Iris.SHARED.length()), "Accept", "text/turtle");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(RdfFormat.class)
    void version_isTheSameInEveryFormat(RdfFormat format) throws IOException {
        Graph kept = read(Files.readString(KEPT.resolve("1.0.0/atlas.ttl")));
        String context = OntologyFiles.context();
        // The context in place, so that reading does not depend on the network.
        String body = atlas.get("/ns/1.0.0", "Accept", format.mediaType())
                .body()
                .replace(
                        "\"" + TestAtlas.IRIS.base() + "context.jsonld\"",
                        context.substring(context.indexOf('{', 1), context.lastIndexOf('}')));
        DatasetGraph answered = DatasetGraphFactory.create();
        RDFParser.fromString(body, format.lang()).parse(answered);

        Graph graph = format == RdfFormat.N_QUADS
                ? answered.getGraph(NodeFactory.createURI(Iris.SHARED + "ns/1.0.0"))
                : answered.getDefaultGraph();
        assertThat(graph.isIsomorphicWith(kept)).isTrue();
    }

    @Test
    void keptContext_isTheFile() throws IOException {
        HttpResponse<String> answer = atlas.get("/context/1.0.0.jsonld");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/ld+json");
        assertThat(answer.body())
                .isEqualTo(Files.readString(KEPT.resolve("1.0.0/context.jsonld"), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ns/0.9.0", "/shapes/0.9.0.ttl", "/context/0.9.0.jsonld", "/ns/..%2Fatlas"})
    void unknownVersion_isNotThereAndTheKnownAreNamed(String path) {
        HttpResponse<String> answer = atlas.get(path, "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(path.contains("%2F") ? 400 : 404);
        assertThat(answer.body().contains("1.0.0")).isEqualTo(!path.contains("%2F"));
    }

    @Test
    void page_namesItsVersions() {
        assertThat(atlas.get("/ns", "Accept", "text/html").body())
                .contains("Kept versions: <a href=\"/ns/1.0.0\">1.0.0</a>");
        assertThat(atlas.get("/shapes/1.0.0", "Accept", "text/html").body())
                .contains("This is version 1.0.0 as it was published", "<a href=\"/shapes\">To the newest</a>");
    }
}
