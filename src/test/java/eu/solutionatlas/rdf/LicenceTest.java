package eu.solutionatlas.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class LicenceTest {
    private static final Iris IRIS = new Iris("http://hub.test/");

    private static Licence said(String turtle) {
        return Licence.of(
                RDFParser.fromString("@prefix dct: <http://purl.org/dc/terms/> . " + turtle, Lang.TURTLE)
                        .base(IRIS.base())
                        .toGraph(),
                IRIS);
    }

    @Test
    void of_nothingSaid_isTheDefault() {
        assertThat(said("")).isEqualTo(Licence.DEFAULT);
    }

    @Test
    void of_catalogueSaysOne_isThat() {
        assertThat(said("<id/catalogue> dct:license <http://a.test/l> . <id/hub> dct:license <http://b.test/l> ."))
                .isEqualTo(new Licence("http://a.test/l"));
    }

    @Test
    void of_onlyTheHubSaysOne_isThat() {
        assertThat(said("<id/hub> dct:license <http://b.test/l> .")).isEqualTo(new Licence("http://b.test/l"));
    }

    @Test
    void of_several_isTheFirstByName_andWhatCannotBeFollowedIsNone() {
        assertThat(said("<id/catalogue> dct:license \"free\", <javascript:x>, <http://b.test/l>, <http://a.test/l> ."))
                .isEqualTo(new Licence("http://a.test/l"));
    }

    @Test
    void name_ofOneThatIsKnown_howeverItsIriIsWritten() {
        assertThat(new Licence("http://www.creativecommons.org/licenses/by/4.0/deed.de").name())
                .isEqualTo("CC BY 4.0");
        assertThat(new Licence("http://publications.europa.eu/resource/authority/licence/CC0").spdx())
                .contains("CC0-1.0");
        assertThat(new Licence("https://www.govdata.de/dl-de/by-2-0").nameAndIri())
                .isEqualTo("dl-de/by-2-0, https://www.govdata.de/dl-de/by-2-0");
    }

    @Test
    void name_ofOneThatIsNotKnown_isItsIri() {
        Licence own = new Licence("https://town.test/terms/");

        assertThat(own.name()).isEqualTo(own.iri());
        assertThat(own.nameAndIri()).isEqualTo(own.iri());
        assertThat(own.spdx()).isEmpty();
    }
}
