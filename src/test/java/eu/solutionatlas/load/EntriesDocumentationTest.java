package eu.solutionatlas.load;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.shape.Shapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/entries.md} shows entries that load, and names every field that the shapes know. */
class EntriesDocumentationTest {
    private static final Pattern EXAMPLE = Pattern.compile("```turtle\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    private String text;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Path.of("docs/entries.md"));
    }

    private List<Path> examples() throws IOException {
        List<Path> files = new ArrayList<>();
        for (MatchResult example : EXAMPLE.matcher(text).results().toList()) {
            files.add(Files.writeString(directory.resolve("example-" + files.size() + ".ttl"), example.group(1)));
        }
        return files;
    }

    private static List<Finding> check(List<Path> files) {
        return new Loader(new Iris("http://localhost:8080/"), Shapes.published())
                .validate(files, List.of(), Progress.NONE)
                .findings();
    }

    @Test
    void entries_areFlawless() throws IOException {
        assertThat(check(examples().subList(0, 2))).isEmpty();
    }

    @Test
    void tombstone_isFlawless() throws IOException {
        assertThat(check(List.of(examples().get(2)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Solution", "Actor"})
    void fields_areAllThere(String shape) {
        Graph shapes = OntologyFiles.shapes();
        Node node = NodeFactory.createURI(Iris.SHARED + "shapes#" + shape);
        List<String> fields = shapes.find(node, SHACL.property, Node.ANY)
                .mapWith(property -> shapes.find(property.getObject(), SHACL.path, Node.ANY)
                        .next()
                        .getObject())
                .mapWith(Prefixes::show)
                .toList();

        assertThat(fields).isNotEmpty().allSatisfy(field -> assertThat(text).contains("| `" + field + "` |"));
    }
}
