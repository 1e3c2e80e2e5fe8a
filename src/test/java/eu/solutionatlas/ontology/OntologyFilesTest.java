package eu.solutionatlas.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** That the published files agree with themselves, with each other, with the data and with the code. */
class OntologyFilesTest {
    static {
        JenaSystem.init(); // the vocabulary constants below need it, whichever is touched first
    }

    private static final String BASE = "http://localhost:8080/";

    /** Vocabularies whose terms explain the others, so that nobody needs a label for them. */
    private static final List<String> META = List.of(
            RDF.getURI(),
            RDFS.getURI(),
            OWL2.getURI(),
            SHACL.NS,
            "http://purl.org/vocab/vann/",
            "http://www.w3.org/2001/XMLSchema#");

    private static final Graph ONTOLOGY = graph("ns");
    private static final Graph DATA = data();

    private static Graph graph(String name) {
        return OntologyFiles.graphs().entrySet().stream()
                .filter(entry -> entry.getKey().getURI().endsWith("/" + name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static Graph data() {
        Graph graph = GraphFactory.createDefaultGraph();
        try (Stream<Path> files = Files.walk(Path.of("data"))) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .forEach(file -> RDFParser.source(file).base(BASE).parse(graph));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return graph;
    }

    private static List<Node> ownTerms() {
        return ONTOLOGY.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(term -> term.getURI().startsWith(ATLAS.NS))
                .toList();
    }

    private static Set<String> languages(Graph graph, Node subject, Node property) {
        return graph
                .find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLanguage())
                .toList()
                .stream()
                .collect(Collectors.toSet());
    }

    @Test
    void ownTerm_hasLabelsAndComments() {
        assertThat(ownTerms()).isNotEmpty().allSatisfy(term -> {
            assertThat(languages(ONTOLOGY, term, RDFS.label.asNode())).contains("en", "de", "pl", "cs");
            assertThat(languages(ONTOLOGY, term, RDFS.comment.asNode())).contains("en", "de");
        });
    }

    @Test
    void ownProperty_hasDomainAndRangeOrAReason() {
        assertThat(ownTerms())
                .filteredOn(term -> Character.isLowerCase(term.getLocalName().charAt(0)))
                .isNotEmpty()
                .allSatisfy(term -> {
                    boolean complete = ONTOLOGY.contains(term, RDFS.domain.asNode(), Node.ANY)
                            && ONTOLOGY.contains(term, RDFS.range.asNode(), Node.ANY);
                    assertThat(complete || ONTOLOGY.contains(term, SKOS.scopeNote.asNode(), Node.ANY))
                            .isTrue();
                });
    }

    @Test
    void vocabularyClass_hasExactlyTheOwnTerms() {
        Set<String> inCode = Arrays.stream(ATLAS.class.getFields())
                .filter(field -> field.getType() == Node.class)
                .map(OntologyFilesTest::valueOf)
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> inFile = ownTerms().stream().map(Node::getURI).collect(Collectors.toCollection(TreeSet::new));

        assertThat(inCode).isEqualTo(inFile);
    }

    private static Node valueOf(java.lang.reflect.Field field) {
        try {
            return (Node) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void termUsedInData_isDefinedOrLabelled() {
        assertThat(undescribed(terms(DATA))).isEmpty();
    }

    @Test
    void termUsedInSchemes_isDefinedOrLabelled() {
        for (String scheme : List.of("theme", "region", "status", "actor-kind")) {
            assertThat(undescribed(terms(graph(scheme)))).as(scheme).isEmpty();
        }
    }

    @Test
    void pathInShapes_isDefinedOrLabelled() {
        Set<Node> paths = new HashSet<>(OntologyFiles.shapes()
                .find(Node.ANY, SHACL.path, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .toList());

        assertThat(paths).isNotEmpty();
        assertThat(undescribed(paths)).isEmpty();
    }

    /** Every property and class that a graph uses. */
    private static Set<Node> terms(Graph graph) {
        Set<Node> terms = new HashSet<>();
        graph.find().forEach(triple -> {
            terms.add(triple.getPredicate());
            if (triple.getPredicate().equals(RDF.type.asNode())) {
                terms.add(triple.getObject());
            }
        });
        return terms;
    }

    private static List<Node> undescribed(Set<Node> terms) {
        return terms.stream()
                .filter(term -> META.stream().noneMatch(term.getURI()::startsWith))
                .filter(term -> !languages(ONTOLOGY, term, RDFS.label.asNode()).containsAll(Set.of("en", "de")))
                .toList();
    }

    @Test
    void propertyShape_hasNamesAndMessagesInFourLanguages() {
        Graph shapes = OntologyFiles.shapes();
        List<Node> properties = shapes.find(Node.ANY, RDF.type.asNode(), SHACL.PropertyShape)
                .mapWith(Triple::getSubject)
                .toList();

        assertThat(properties).isNotEmpty().allSatisfy(shape -> {
            assertThat(languages(shapes, shape, SHACL.name)).contains("en", "de", "pl", "cs");
            assertThat(languages(shapes, shape, SHACL.message)).contains("en", "de", "pl", "cs");
        });
    }

    @Test
    void concept_isLabelledInFourLanguagesAndInItsScheme() {
        for (String scheme : List.of("theme", "status", "actor-kind", "region")) {
            Graph graph = graph(scheme);
            Node schemeIri = NodeFactory.createURI("https://w3id.org/solution-atlas/" + scheme);
            List<Node> concepts = graph.find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
                    .mapWith(Triple::getSubject)
                    .toList();
            assertThat(concepts).as(scheme).isNotEmpty().allSatisfy(concept -> {
                assertThat(languages(graph, concept, SKOS.prefLabel.asNode())).contains("en", "de", "pl", "cs");
                assertThat(graph.contains(concept, SKOS.inScheme.asNode(), schemeIri))
                        .isTrue();
            });
        }
    }

    @Test
    void broader_leadsToAConceptOfTheScheme() {
        for (String scheme : List.of("theme", "region")) {
            Graph graph = graph(scheme);
            assertThat(graph.find(Node.ANY, SKOS.broader.asNode(), Node.ANY)
                            .mapWith(Triple::getObject)
                            .toList())
                    .as(scheme)
                    .isNotEmpty()
                    .allMatch(concept -> graph.contains(concept, RDF.type.asNode(), SKOS.Concept.asNode()));
        }
    }

    @Test
    void schemes_haveAllFacts() {
        assertThat(concepts("theme")).isEqualTo(50);
        assertThat(concepts("region")).isEqualTo(77);
        assertThat(concepts("status")).isEqualTo(4);
        assertThat(concepts("actor-kind")).isEqualTo(10);
    }

    private static int concepts(String scheme) {
        return graph(scheme)
                .find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
                .toList()
                .size();
    }

    @Test
    void files_areTurtleWithALicence() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("ontology")), Files.walk(Path.of("data")))) {
            assertThat(files.filter(file -> file.toString().endsWith(".ttl")))
                    .isNotEmpty()
                    .allSatisfy(
                            file -> assertThat(Files.readString(file)).contains("SPDX-License-Identifier: CC-BY-4.0"));
        }
    }
}
