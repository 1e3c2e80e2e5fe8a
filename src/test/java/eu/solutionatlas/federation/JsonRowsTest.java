package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import eu.solutionatlas.outbound.RejectedReplyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
    private static final Var X = Var.alloc("x");
    private static final Var Y = Var.alloc("y");

    private static List<Binding> read(String document) throws IOException {
        List<Binding> rows = new ArrayList<>();
        InputStream body = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
        JsonRows.read(body, List.of(X, Y), List.of(X), rows::add);
        return rows;
    }

    private static List<Binding> rows(String bindings) throws IOException {
        return read("{\"head\":{\"vars\":[\"x\",\"y\"]},\"results\":{\"bindings\":[" + bindings + "]}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"uri","value":"http://a.example/ü"} | <http://a.example/ü>
            {"value":"a","type":"literal"} | "a"
            {"type":"literal","xml:lang":"de","value":"a"} | "a"@de
            {"type":"literal","xml:lang":"ar","its:dir":"rtl","value":"a"} | "a"@ar--rtl
            {"type":"typed-literal","datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"5"} | 5
            {"type":"literal","value":"a","more":{"of":["this"]}} | "a"
            """)
    void term_isRead(String json, String term) throws IOException {
        Node expected = NodeFactoryExtra.parseNode(term);

        assertThat(rows("{\"x\":" + json + "}").getFirst().get(X)).isEqualTo(expected);
    }

    @Test
    void tripleTerm_isRead() throws IOException {
        Node part = NodeFactory.createURI("a:b");
        String uri = "{\"type\":\"uri\",\"value\":\"a:b\"}";
        String term = "{\"type\":\"triple\",\"value\":{\"subject\":%1$s,\"predicate\":%1$s,\"object\":%1$s}}";

        assertThat(rows("{\"x\":" + term.formatted(uri) + "}").getFirst().get(X))
                .isEqualTo(NodeFactory.createTripleTerm(part, part, part));
    }

    @Test
    void column_thatIsNotWanted_isLeftOut() throws IOException {
        assertThat(rows("{\"z\":{\"type\":\"strange\"}, \"x\":{\"type\":\"uri\",\"value\":\"a:b\"}}")
                        .getFirst()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void blankNodes_withOneLabel_areOne() throws IOException {
        Binding row = rows("{\"x\":{\"type\":\"bnode\",\"value\":\"b\"},\"y\":{\"type\":\"bnode\",\"value\":\"b\"}}")
                .getFirst();

        assertThat(row.get(X)).isEqualTo(row.get(Y));
    }

    @Test
    void blankNodes_ofTwoAnswers_areTwo() throws IOException {
        String row = "{\"x\":{\"type\":\"bnode\",\"value\":\"b\"}}";

        assertThat(rows(row).getFirst().get(X))
                .isNotEqualTo(rows(row).getFirst().get(X));
    }

    @Test
    void results_beforeTheHead_areRead() throws IOException {
        assertThat(read("{\"results\":{\"distinct\":false,\"bindings\":[{}]},\"head\":{\"vars\":[\"x\",\"y\"]}}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"head\":{}}",
                "{\"head\":{},\"boolean\":true}",
                "{\"results\":{}}",
                "{\"results\":{\"bindings\":{}}}",
                "{\"results\":{\"bindings\":[1]}}",
                "{\"results\":{\"bindings\":[{\"x\":\"text\"}]}}",
                "{\"results\":{\"bindings\":[{\"x\":{\"type\":\"uri\"}}]}}",
                "{\"results\":{\"bindings\":[{\"x\":{\"value\":\"a\"}}]}}",
                "{\"results\":{\"bindings\":[{\"x\":{\"type\":\"literal\",\"value\":5}}]}}",
                "{\"results\":{\"bindings\":[{\"x\":{\"type\":\"triple\",\"value\":{}}}]}}",
                "{\"results\":{\"bindings\":[]}} {}"
            })
    void document_thatIsNoResult_isRejected(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(RejectedReplyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"results\":{\"bindings\":[",
                "{\"results\":{\"bindings\":[]}",
                "{\"results\":{\"bindings\":[{\"x\":{},\"x\":{}}]}}",
                "{\"results\":{\"bindings\":[]}}\n## INCOMPLETE"
            })
    void document_thatIsNotJson_isRejected(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOfAny(JacksonException.class, RejectedReplyException.class);
    }
}
