package eu.solutionatlas.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.OntologyFiles;
import java.awt.Rectangle;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** The picture of the ontology, made of its Turtle. */
class DiagramTest {
    private static final Graph ONTOLOGY =
            Objects.requireNonNull(OntologyFiles.graphs().get(NodeFactory.createURI(Iris.SHARED + "ns")));

    private static Diagram ofOurs() {
        return DiagramLayout.of(new ClassModel(ONTOLOGY, "en"));
    }

    private static Diagram of(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString("""
                        PREFIX : <https://w3id.org/solution-atlas/ns#>
                        PREFIX ex: <http://example.org/>
                        PREFIX owl: <http://www.w3.org/2002/07/owl#>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        """ + turtle, Lang.TURTLE).parse(graph);
        return DiagramLayout.of(new ClassModel(graph, "en"));
    }

    private static Diagram.Box box(Diagram diagram, String name) {
        return diagram.boxes().stream()
                .filter(box -> box.shortName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Rectangle area(Diagram.Box box) {
        return new Rectangle(box.x(), box.y(), box.width(), box.height());
    }

    @Test
    void ours_hasABoxForEachOwnClassAndForThoseItBuildsOn() {
        assertThat(ofOurs().boxes().stream().map(Diagram.Box::shortName))
                .containsExactlyInAnyOrder(
                        "atlas:Actor",
                        "atlas:Hub",
                        "atlas:Partner",
                        "atlas:Region",
                        "atlas:Register",
                        "atlas:Solution",
                        "dcat:Resource",
                        "dct:Location",
                        "foaf:Agent",
                        "foaf:Document",
                        "skos:Concept");
    }

    @Test
    void boxes_areApartAndInThePicture() {
        Diagram diagram = ofOurs();
        Rectangle picture = new Rectangle(0, 0, diagram.width(), diagram.height());
        for (Diagram.Box one : diagram.boxes()) {
            assertThat(picture.contains(area(one))).as(one.shortName()).isTrue();
            assertThat(diagram.boxes().stream()
                            .filter(other -> !other.equals(one))
                            .noneMatch(other -> area(other).intersects(area(one))))
                    .as(one.shortName())
                    .isTrue();
        }
    }

    @Test
    void ours_noPropertyRunsThroughABox() {
        Diagram diagram = ofOurs();
        for (String[] ends : List.of(
                new String[] {"atlas:Solution", "atlas:Actor"},
                new String[] {"atlas:Solution", "skos:Concept"},
                new String[] {"atlas:Actor", "skos:Concept"})) {
            Diagram.Box from = box(diagram, ends[0]);
            Diagram.Box to = box(diagram, ends[1]);
            assertThat(diagram.boxes().stream()
                            .filter(box -> !box.equals(from) && !box.equals(to))
                            .filter(box -> Lines.crosses(from, to, box)))
                    .isEmpty();
        }
    }

    @Test
    void propertiesBetweenTheSameClasses_shareALine() {
        assertThat(ofOurs().lines().stream()
                        .map(line -> line.names().stream()
                                .map(name -> name.label().text())
                                .toList())
                        .filter(names -> !names.isEmpty()))
                .containsExactlyInAnyOrder(
                        List.of("adopter", "provider"),
                        List.of("builds on"),
                        List.of("kind of actor"),
                        List.of("status"));
    }

    @Test
    void moreGeneral_standsAbove() {
        Diagram diagram = ofOurs();
        assertThat(List.of("foaf:Agent", "atlas:Actor", "atlas:Hub", "atlas:Partner"))
                .extracting(name -> box(diagram, name).y())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void words_sayAllThatIsDrawn() {
        Diagram.Words solution = ofOurs().words().stream()
                .filter(one -> one.shortName().equals("atlas:Solution"))
                .findFirst()
                .orElseThrow();

        assertThat(solution.above()).containsExactly("dcat:Resource");
        assertThat(solution.links().stream().map(said -> said.property().text() + " → " + said.value()))
                .containsExactly(
                        "adopter → atlas:Actor",
                        "builds on → atlas:Solution",
                        "provider → atlas:Actor",
                        "status → skos:Concept");
        assertThat(solution.values().stream().map(said -> said.property().text() + ": " + said.value()))
                .contains("start year: xsd:gYear");
    }

    @Test
    void labels_areInTheLanguageOfThePage() {
        Diagram diagram = DiagramLayout.of(new ClassModel(ONTOLOGY, "pl"));

        assertThat(box(diagram, "atlas:Solution").label().orElseThrow().text()).isEqualTo("rozwiązanie");
    }

    @Test
    void siblings_standApartAndLeadToTheSame() {
        Diagram diagram = of("""
                :A a owl:Class . :B a owl:Class ; rdfs:subClassOf :A . :C a owl:Class ; rdfs:subClassOf :A .""");

        assertThat(area(box(diagram, "atlas:B")).intersects(area(box(diagram, "atlas:C"))))
                .isFalse();
        assertThat(diagram.lines()).hasSize(2).allMatch(Diagram.Line::general);
    }

    @Test
    void classBelowTwoOthers_isPlacedOnce() {
        Diagram diagram = of(":A a owl:Class . :B a owl:Class . :C a owl:Class ; rdfs:subClassOf :A , :B .");

        assertThat(diagram.boxes()).hasSize(3);
        assertThat(diagram.lines()).hasSize(2);
    }

    @Test
    void circleOfClasses_isDrawnAllTheSame() {
        Diagram diagram = of(":A a owl:Class ; rdfs:subClassOf :B . :B a owl:Class ; rdfs:subClassOf :A .");

        assertThat(diagram.boxes()).hasSize(2);
    }

    @Test
    void manyClasses_areOrderedInTime() {
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            turtle.append(
                    ":C%1$d a owl:Class . :p%1$d a owl:ObjectProperty ; rdfs:domain :C%1$d ; rdfs:range :C%2$d .\n"
                            .formatted(i, (i + 5) % 12));
        }

        assertThat(of(turtle.toString()).boxes()).hasSize(12);
    }

    @Test
    void nothing_isNoPicture() {
        assertThat(of("").isEmpty()).isTrue();
    }
}
