package eu.solutionatlas.browse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.Liberec.cz/,liberec.cz",
        "http://liberec.cz,liberec.cz",
        "http://liberec.cz:80/mesto/,liberec.cz/mesto",
        "https://example.org/a?b=c#d,example.org/a?b=c"
    })
    void site_writtenInDifferentWays_isOne(String iri, String site) {
        assertThat(Likeness.site(iri)).hasValue(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:a@example.org", "urn:isbn:1", "http://", "javascript:alert(1)", "http://a b/"})
    void site_ofWhatIsNoAddress_isNone(String iri) {
        assertThat(Likeness.site(iri)).isEmpty();
    }

    @Test
    void plain_namesThatDifferInCaseAccentsAndPunctuation_areOne() {
        assertThat(Likeness.plain("Statutární město „Liberec“")).isEqualTo(Likeness.plain("STATUTARNI MESTO LIBEREC"));
    }
}
