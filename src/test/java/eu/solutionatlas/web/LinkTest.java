package eu.solutionatlas.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://a.example/", "https://a.example/x", "HTTPS://a.example", "mailto:a@a.example"})
    void elsewhere_followed(String iri) {
        assertThat(Link.elsewhere(iri).href()).contains(iri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:x",
                " javascript:x",
                "data:text/html,x",
                "file:///etc",
                "urn:x"
            })
    void elsewhere_onlyShown(String iri) {
        assertThat(Link.elsewhere(iri).href()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.a.example/,a.example",
        "http://a.example/b/,a.example/b",
        "mailto:me@a.example,me@a.example",
        "urn:x,urn:x"
    })
    void elsewhere_withoutNoise(String iri, String shown) {
        assertThat(Link.elsewhere(iri).label().text()).isEqualTo(shown);
    }

    @Test
    void leavesSite_onlyWhenElsewhere() {
        assertThat(Link.elsewhere("https://a.example/").leavesSite()).isTrue();
        assertThat(Link.to(new eu.solutionatlas.rdf.Label("x", ""), "/x").leavesSite())
                .isFalse();
    }
}
