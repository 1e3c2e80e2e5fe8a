package eu.solutionatlas.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IrisTest {
    private static final Iris IRIS = new Iris("https://atlas.example.org/");

    @Test
    void documentOf_thing() {
        assertThat(IRIS.documentOf(IRIS.thing("solution", "lamp"))).contains(IRIS.document("solution", "lamp"));
    }

    @Test
    void thingOf_document() {
        assertThat(IRIS.thingOf(IRIS.document("actor", "town"))).contains(IRIS.thing("actor", "town"));
    }

    @Test
    void documentOf_elsewhere_isNone() {
        assertThat(IRIS.documentOf(NodeFactory.createURI("https://other.example/id/solution/lamp")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://atlas.example.org/id/solution/lamp, /solution/lamp",
        "https://atlas.example.org/id/hub, /hub",
        "http://data.europa.eu/nuts/code/DED21, /region/DED21",
        "https://w3id.org/solution-atlas/theme/energy, /theme/energy"
    })
    void pathOf_whatIsShownHere(String iri, String path) {
        assertThat(IRIS.pathOf(iri)).contains(path);
    }

    @Test
    void pathOf_elsewhere_isNone() {
        assertThat(IRIS.pathOf("https://example.org/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "atlas.example.org/",
                "ftp://atlas.example.org/",
                "https://atlas.example.org",
                "https:///",
                "https://atlas.example.org/?x=/",
                "https://atlas.example.org/#/"
            })
    void base_notUsable_isRefused(String base) {
        assertThatThrownBy(() -> new Iris(base)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "lamp", "lamp-2", "5g-test"})
    void isSlug_yes(String text) {
        assertThat(Iris.isSlug(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "Lamp", "zwönitz", "a.b", "a/b", "a b", ".."})
    void isSlug_no(String text) {
        assertThat(Iris.isSlug(text)).isFalse();
    }

    @Test
    void isSlug_tooLong() {
        assertThat(Iris.isSlug("a".repeat(Iris.MAX_SLUG + 1))).isFalse();
    }
}
