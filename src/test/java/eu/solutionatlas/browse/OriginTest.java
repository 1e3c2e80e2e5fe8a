package eu.solutionatlas.browse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Topic;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    private static final Node DOCUMENT = NodeFactory.createURI("https://atlas.example/hub/p/solution/x");

    private static Topic copyOf(Node record) {
        return new Topic(
                DOCUMENT, "solution", NodeFactory.createURI("https://p.example/id/x"), record, Optional.of("p"));
    }

    @Test
    void original_withLettersOfItsLanguage_isAnAddress() {
        assertThat(Origin.original(copyOf(NodeFactory.createURI("https://p.example/řešení"))))
                .hasValue("https://p.example/%C5%99e%C5%A1en%C3%AD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "urn:uuid:1",
                "https://p.example/x>; rel=\"next",
                "https://p.example/x\r\nSet-Cookie: a=b",
                "https:///nowhere",
                "not an address"
            })
    void original_thatCannotBeOpened_isNone(String record) {
        assertThat(Origin.original(copyOf(NodeFactory.createURI(record)))).isEmpty();
    }

    @Test
    void original_ofARecordWithoutAName_isNone() {
        assertThat(Origin.original(copyOf(NodeFactory.createBlankNode()))).isEmpty();
    }

    @Test
    void original_ofACopyWithoutARecord_isNone() {
        assertThat(Origin.original(copyOf(DOCUMENT))).isEmpty();
    }
}
