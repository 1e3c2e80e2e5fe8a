package eu.solutionatlas.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacesTest {

    @ParameterizedTest
    @CsvSource({
        "https://atlas.liberec.example/, https://atlas.liberec.example/",
        "http://atlas.liberec.example/id/, https://atlas.liberec.example/",
        "https://ATLAS.liberec.example/#, https://atlas.liberec.example:443/void",
        "http://127.0.0.1:8081/, http://127.0.0.1:8081/"
    })
    void space_ofTheHostThatWasRead_isAtIt(String space, URI address) {
        assertThat(Spaces.isAt(space, address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://liberec.example/, https://evil.example/",
        "https://evil.example, https://evil.example/",
        "https://evil.example.liberec.example/, https://evil.example/",
        "https://evil.example@liberec.example/, https://evil.example/",
        "https://liberec.example@evil.example/, https://evil.example/",
        "http://127.0.0.1:8082/, http://127.0.0.1:8081/",
        "https://evil.example:8443/, https://evil.example/",
        "urn:x:, https://evil.example/",
        "ht, https://evil.example/",
        "https://, https://evil.example/",
        "https:///x/, https://evil.example/"
    })
    void space_ofAnother_isNot(String space, URI address) {
        assertThat(Spaces.isAt(space, address)).isFalse();
    }
}
