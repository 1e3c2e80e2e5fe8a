package eu.solutionatlas.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentNegotiationTest {
    private static final List<Representation> OFFERED = Representation.ALL;

    private static String chosen(String accept) {
        return ContentNegotiation.choose(accept, OFFERED)
                .map(Representation::suffix)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                              | html",
                "*/*                                             | html",
                "text/turtle                                     | ttl",
                "TEXT/Turtle                                     | ttl",
                "application/ld+json                             | jsonld",
                "application/rdf+xml                             | rdf",
                "application/n-triples                           | nt",
                "application/n-quads                             | nq",
                "text/*                                          | html",
                "application/*                                   | jsonld",
                "text/html;q=0.5, text/turtle                    | ttl",
                "text/turtle;q=0.5, text/html;q=0.4              | ttl",
                "text/turtle;q=0.4, application/rdf+xml;q=0.9    | rdf",
                "*/*;q=0.1, application/n-triples                | nt",
                "text/html;q=0, */*                              | ttl",
                "text/turtle;charset=utf-8                       | ttl",
                "text/turtle;charset=utf-8;q=0.3, text/html;q=0.4| html",
                "application/xhtml+xml, text/html                | html",
                "text/turtle;q=1.000, text/html;q=0.999          | ttl",
                "image/png                                       | none",
                "text/turtle;q=0                                 | none",
                "*/*;q=0                                         | none"
            })
    void choose_takesTheBestOfBoth(String accept, String suffix) {
        assertThat(chosen(accept)).isEqualTo(suffix);
    }

    @Test
    void choose_browser_getsThePage() {
        assertThat(chosen("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"))
                .isEqualTo("html");
    }

    @Test
    void choose_oldJavaClient_isUnderstood() {
        assertThat(chosen("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"))
                .isEqualTo("html");
    }

    @Test
    void choose_equalQuality_followsOurPreference() {
        assertThat(chosen("application/rdf+xml, application/ld+json, text/turtle"))
                .isEqualTo("ttl");
    }

    @Test
    void choose_emptyElement_isPassedOver() {
        assertThat(chosen("text/turtle,;")).isEqualTo("ttl");
    }

    @Test
    void choose_oneUnreadableElement_isPassedOver() {
        assertThat(chosen("garbage, text/turtle")).isEqualTo("ttl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "text/",
                "/turtle",
                "a/b/c",
                "text/turtle;q=two",
                "text/turtle;q=2",
                ",",
                ";",
                ";;",
                ";,;"
            })
    void choose_nothingReadable_is400(String accept) {
        assertThatThrownBy(() -> chosen(accept))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }
}
