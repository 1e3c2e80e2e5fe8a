package eu.solutionatlas.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.support.TestAtlas;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphOps;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VCARD4;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the catalogue, and the rules that it is checked by. */
class CatalogueGraphTest {
    private static final String BASE = TestAtlas.IRIS.base();
    private static final Shapes RULES =
            Shapes.parse(RDFParser.source(Path.of("ontology", "dcat-ap.ttl")).toGraph());
    private static final Downloads DOWNLOADS = new Downloads(
            new DataVersion(17, Instant.parse("2026-11-28T02:00:00Z")),
            Instant.parse("2026-11-28T03:00:00Z"),
            List.of(
                    file("catalogue.ttl.gz", "text/turtle", Download.Wrapping.GZIP, Optional.empty()),
                    file("solutions.csv", "text/csv; charset=utf-8", Download.Wrapping.NONE, Optional.empty()),
                    file("all.zip", "application/zip", Download.Wrapping.ZIP, Optional.empty()),
                    file("hub-liberec.nq.gz", "application/n-quads", Download.Wrapping.GZIP, Optional.of("liberec")),
                    file("CHECKSUMS", "text/plain", Download.Wrapping.NONE, Optional.empty())));

    private static TestAtlas atlas;
    private static Graph described;

    private static Download file(String name, String mediaType, Download.Wrapping wrapping, Optional<String> hub) {
        return new Download(
                BASE + "dump/2026-11-28-v17/" + name, name, "A file", mediaType, wrapping, 1234, "ab".repeat(32), hub);
    }

    @BeforeAll
    static void describe() {
        atlas = TestAtlas.withRealData();
        described =
                atlas.store().read(snapshot -> new CatalogueGraph(TestAtlas.IRIS).of(snapshot, Optional.of(DOWNLOADS)));
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static ValidationReport check(Graph graph) {
        return ShaclValidator.get().validate(RULES, graph);
    }

    private static Node iri(String relative) {
        return NodeFactory.createURI(BASE + relative);
    }

    private static List<Node> objects(Node subject, Node property) {
        return described
                .find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    @Test
    void catalogue_keepsTheRules() {
        assertThat(check(described).getEntries()).isEmpty();
    }

    @Test
    void catalogue_withoutFilesYet_keepsTheRules() {
        Graph early = atlas.store().read(snapshot -> new CatalogueGraph(TestAtlas.IRIS).of(snapshot, Optional.empty()));
        assertThat(check(early).getEntries()).isEmpty();
    }

    @Test
    void dataset_hasADistributionForEachOwnFileOfData() {
        assertThat(objects(iri("catalogue#dataset"), DCAT.distribution.asNode()))
                .containsExactlyInAnyOrder(
                        iri("catalogue#catalogue.ttl.gz"), iri("catalogue#solutions.csv"), iri("catalogue#all.zip"));
    }

    @Test
    void distribution_leadsToTheDatedFile() {
        assertThat(objects(iri("catalogue#catalogue.ttl.gz"), DCAT.downloadURL.asNode()))
                .containsExactly(iri("dump/2026-11-28-v17/catalogue.ttl.gz"));
    }

    @Test
    void distribution_compressed_saysWhatIsInside() {
        assertThat(objects(iri("catalogue#catalogue.ttl.gz"), DCAT.mediaType.asNode()))
                .extracting(Node::getURI)
                .containsExactly("https://www.iana.org/assignments/media-types/text/turtle");
    }

    @Test
    void catalogue_saysWhoAnswersForIt() {
        assertThat(objects(iri("catalogue#sparql"), DCAT.contactPoint.asNode())).isNotEmpty();
    }

    @Test
    void regions_areNamedWithTheirCountries() {
        assertThat(objects(iri("id/catalogue"), DCTerms.spatial.asNode()))
                .extracting(Node::getURI)
                .contains(
                        "http://data.europa.eu/nuts/code/DED",
                        "http://publications.europa.eu/resource/authority/country/DEU",
                        "http://publications.europa.eu/resource/authority/country/POL",
                        "http://publications.europa.eu/resource/authority/country/CZE");
    }

    /** What a rule has to notice: without a property, or with a value that is none for it. */
    private record Flaw(Node subject, Node property, Optional<Node> instead) {}

    static Stream<Flaw> flaws() {
        Node text = NodeFactory.createLiteralString("text");
        Node catalogue = iri("id/catalogue");
        Node dataset = iri("catalogue#dataset");
        Node file = iri("catalogue#catalogue.ttl.gz");
        Node service = iri("catalogue#sparql");
        Node spdx = NodeFactory.createURI("http://spdx.org/rdf/terms#checksumValue");
        return Stream.of(
                new Flaw(catalogue, DCTerms.title.asNode(), Optional.empty()),
                new Flaw(catalogue, DCTerms.description.asNode(), Optional.empty()),
                new Flaw(catalogue, DCTerms.publisher.asNode(), Optional.empty()),
                new Flaw(catalogue, DCTerms.publisher.asNode(), Optional.of(iri("nobody"))),
                new Flaw(catalogue, DCTerms.license.asNode(), Optional.of(text)),
                new Flaw(catalogue, DCTerms.modified.asNode(), Optional.of(text)),
                new Flaw(dataset, DCTerms.title.asNode(), Optional.empty()),
                new Flaw(dataset, DCTerms.description.asNode(), Optional.empty()),
                new Flaw(dataset, DCAT.theme.asNode(), Optional.of(text)),
                new Flaw(dataset, DCAT.distribution.asNode(), Optional.of(catalogue)),
                new Flaw(file, DCAT.accessURL.asNode(), Optional.empty()),
                new Flaw(file, DCAT.byteSize.asNode(), Optional.of(text)),
                new Flaw(file, DCAT.mediaType.asNode(), Optional.of(text)),
                new Flaw(iri("catalogue#catalogue.ttl.gz.sha256"), spdx, Optional.empty()),
                new Flaw(service, DCAT.endpointURL.asNode(), Optional.empty()),
                new Flaw(service, DCTerms.title.asNode(), Optional.empty()),
                new Flaw(service, DCAT.servesDataset.asNode(), Optional.of(text)),
                new Flaw(iri("id/hub"), NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"), Optional.empty()),
                new Flaw(iri("hub#contact"), VCARD4.hasEmail.asNode(), Optional.of(text)),
                new Flaw(iri("hub#contact"), RDF.Nodes.type, Optional.of(DCAT.Catalog.asNode())));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void flaw_isNoticed(Flaw flaw) {
        Graph flawed = GraphFactory.createDefaultGraph();
        GraphOps.addAll(flawed, described.find());
        assertThat(flawed.contains(flaw.subject(), flaw.property(), Node.ANY)).isTrue();
        flawed.remove(flaw.subject(), flaw.property(), Node.ANY);
        flaw.instead().ifPresent(value -> flawed.add(flaw.subject(), flaw.property(), value));
        assertThat(check(flawed).conforms()).isFalse();
    }
}
