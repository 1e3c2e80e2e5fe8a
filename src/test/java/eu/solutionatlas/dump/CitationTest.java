package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Licence;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CitationTest {
    private static final DataVersion VERSION = new DataVersion(17, Instant.parse("2026-11-28T10:00:00Z"));

    private static Citation citation(String hub, String licence) {
        return new Citation(DumpId.of(VERSION), VERSION, hub, "http://hub.test/", new Licence(licence));
    }

    @Test
    void text_namesHubStateAddressAndLicence() {
        assertThat(citation("Hub", Licence.DEFAULT.iri()).text())
                .isEqualTo("Hub (2026): Catalogue of digital solutions, data version 17 of 2026-11-28."
                        + " http://hub.test/dump/2026-11-28-v17/. Licence: CC BY 4.0.");
    }

    @Test
    void bibTex_nameWithSignsOfTex_isNoCommand() {
        assertThat(citation("A & B_{50%} \\input", Licence.DEFAULT.iri()).bibTex())
                .startsWith("@misc{solution-atlas-2026-11-28-v17,")
                .contains("author = {{A \\& B\\_(50\\%) /input}}", "version = {17}");
    }

    @Test
    void ris_nameWithLineEnds_isOneLine() {
        assertThat(citation("A\r\nER  - B", Licence.DEFAULT.iri()).ris().split("\r\n"))
                .startsWith("TY  - DATA", "AU  - A ER  - B")
                .endsWith("N1  - Licence: CC BY 4.0", "ER  - ");
    }

    @Test
    void cff_licenceThatSpdxDoesNotKnow_isNamedByItsIri() {
        assertThat(citation("H \"x\"", "https://town.test/terms").cff())
                .contains("license-url: \"https://town.test/terms\"", "- name: \"H \\\"x\\\"\"")
                .doesNotContain("license: ");
        assertThat(citation("H", Licence.DEFAULT.iri()).cff()).contains("\nlicense: CC-BY-4.0\n");
    }
}
