package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document as another program reads it, here ARQ's own reader. */
class JsonAnswerTest {
    private static final Var X = Var.alloc("x");
    private static final Var Y = Var.alloc("y");

    private static byte[] written(List<Binding> rows, Optional<String> link) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonAnswer.write(RowSetStream.create(List.of(X, Y), rows.iterator()), link, out);
        return out.toByteArray();
    }

    private static List<Binding> readBack(List<Binding> rows) {
        RowSet read = RowSetReader.createReader(ResultSetLang.RS_JSON)
                .read(new ByteArrayInputStream(written(rows, Optional.empty())), ARQ.getContext());
        List<Binding> found = new ArrayList<>();
        read.forEachRemaining(found::add);
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://a.example/ü?x=\\u0022>",
                "\"\"",
                "\"a \\\"quoted\\\" \\\\ text\\n\\t\\u0001\"",
                "\"Größe 𝄞\"@de",
                "\"5\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                "\"five\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                "\"x\"^^<http://a.example/own>",
                "\"text\"@ar--rtl"
            })
    void term_isReadBackAsItWas(String term) {
        Node node = NodeFactoryExtra.parseNode(term);

        assertThat(readBack(List.of(BindingFactory.binding(X, node))).getFirst().get(X))
                .isEqualTo(node);
    }

    @Test
    void tripleTerm_isReadBackAsItWas() {
        Node part = NodeFactory.createURI("http://a.example/part");
        Node term = NodeFactory.createTripleTerm(part, part, NodeFactory.createLiteralLang("o", "en"));

        assertThat(readBack(List.of(BindingFactory.binding(X, term))).getFirst().get(X))
                .isEqualTo(term);
    }

    @Test
    void blankNode_isTheSameInAllRows() {
        Node one = NodeFactory.createBlankNode();
        Node other = NodeFactory.createBlankNode();

        List<Binding> rows = readBack(List.of(
                BindingFactory.binding(X, one, Y, other),
                BindingFactory.binding(X, other),
                BindingFactory.binding(X, one)));

        assertThat(rows.get(2).get(X)).isEqualTo(rows.get(0).get(X));
        assertThat(rows.get(1).get(X))
                .isEqualTo(rows.get(0).get(Y))
                .isNotEqualTo(rows.get(0).get(X));
    }

    @Test
    void row_withoutValues_isARow() {
        assertThat(readBack(List.of(BindingFactory.empty(), BindingFactory.empty())))
                .hasSize(2);
    }

    @Test
    void halfACharacter_isReplaced() {
        Node half = NodeFactory.createLiteralString("a\uD834b");

        assertThat(readBack(List.of(BindingFactory.binding(X, half))).getFirst().get(X))
                .isEqualTo(NodeFactory.createLiteralString("a?b"));
    }

    @Test
    void link_standsInTheHead() throws IOException {
        byte[] answer = written(List.of(), Optional.of("http://a.example/report"));

        assertThat(new ObjectMapper().readTree(answer).at("/head/link/0").asText())
                .isEqualTo("http://a.example/report");
    }

    @Test
    void ask_hasNoColumns() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonAnswer.write(true, Optional.empty(), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringWhitespace("{\"head\":{},\"boolean\":true}");
    }
}
