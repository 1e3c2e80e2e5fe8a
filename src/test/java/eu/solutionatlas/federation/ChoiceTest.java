package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Hierarchy;
import eu.solutionatlas.rdf.OntologyFiles;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;

/** Which hubs need not be asked. */
class ChoiceTest {
    private static final Target LIBEREC = new Target(
            "liberec",
            Target.Access.ENDPOINT,
            Optional.of(URI.create("http://liberec.example/sparql")),
            List.of("http://liberec.example/"),
            List.of("CZ051"),
            true);
    private static final CopyWorth WORTH = new CopyWorth("2026-11-24T08:00:00Z", Optional.of("7"), 0);
    private static final CopySummary SUMMARY = new CopySummary(
            "liberec",
            WORTH,
            Set.of(NodeFactory.createURI("https://w3id.org/solution-atlas/theme/smart-parking")),
            Set.of(NodeFactory.createURI("http://data.europa.eu/nuts/code/CZ051")));
    private static final List<Hierarchy> TREES =
            OntologyFiles.graphs().values().stream().map(Hierarchy::of).toList();

    private static boolean isAsked(String pattern) {
        return isAsked(Map.of("liberec", SUMMARY), pattern);
    }

    private static boolean isAsked(Map<String, CopySummary> summaries, String pattern) {
        Block block = new Block(QueryFactory.create("""
                        PREFIX dcat: <http://www.w3.org/ns/dcat#>
                        PREFIX dct: <http://purl.org/dc/terms/>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        PREFIX theme: <https://w3id.org/solution-atlas/theme/>
                        PREFIX nuts: <http://data.europa.eu/nuts/code/>
                        SELECT * {""" + pattern + "}"), Set.of());
        return new Choice(summaries, TREES)
                .nothingThere(List.of(LIBEREC), block, List.of())
                .isEmpty();
    }

    @Test
    void themeThatTheCopyHas_isAskedFor() {
        assertThat(isAsked("?s dcat:theme theme:smart-parking")).isTrue();
    }

    @Test
    void themeThatTheCopyLacks_isNot() {
        assertThat(isAsked("?s dcat:theme theme:waste")).isFalse();
    }

    @Test
    void widerThemeOfOneThatTheCopyHas_isAskedFor() {
        assertThat(isAsked("?s dcat:theme/skos:broader* theme:mobility")).isTrue();
    }

    @Test
    void countryOfARegionThatTheCopyHas_isAskedFor() {
        assertThat(isAsked("?s dct:spatial/skos:broader* nuts:CZ")).isTrue();
    }

    @Test
    void otherCountry_isNot() {
        assertThat(isAsked("?s dct:spatial/skos:broader* nuts:PL")).isFalse();
    }

    @Test
    void themeThatIsOptional_isAskedFor() {
        assertThat(isAsked("?s a ?c OPTIONAL { ?s dcat:theme theme:waste }")).isTrue();
    }

    @Test
    void themeThatIsOneOfTwo_isAskedFor() {
        assertThat(isAsked("{ ?s dcat:theme theme:waste } UNION { ?s dcat:theme theme:smart-parking }"))
                .isTrue();
    }

    @Test
    void anyTheme_isAskedFor() {
        assertThat(isAsked("?s dcat:theme ?theme")).isTrue();
    }

    @Test
    void hubWhoseCopyLacksEntries_isAskedForWhatIsNotInIt() {
        CopyWorth lacking = new CopyWorth(WORTH.at(), WORTH.version(), 1);
        CopySummary summary = new CopySummary("liberec", lacking, SUMMARY.themes(), SUMMARY.regions());
        assertThat(isAsked(Map.of("liberec", summary), "?s dcat:theme theme:waste"))
                .isTrue();
    }

    @Test
    void hubWithoutACopy_isAsked() {
        assertThat(isAsked(Map.of(), "?s dcat:theme theme:waste")).isTrue();
    }
}
