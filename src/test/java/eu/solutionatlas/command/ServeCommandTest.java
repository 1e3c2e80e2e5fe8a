package eu.solutionatlas.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {
    @Test
    void concern_otherPortOfThisMachine_isNamed() {
        assertThat(ServeCommand.concern("http://localhost:8080/", 8081))
                .hasValueSatisfying(words -> assertThat(words).contains("http://localhost:8080/", "8081"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8081/", "http://atlas.example/", "https://localhost/"})
    void concern_samePortOrBehindAProxy_none(String base) {
        assertThat(ServeCommand.concern(base, 8081)).isEmpty();
    }
}
