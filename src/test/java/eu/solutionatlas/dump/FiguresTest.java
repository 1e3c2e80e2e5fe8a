package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.dump.Figures.Count;
import eu.solutionatlas.load.Loader;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.TestAtlas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Node SPATIAL = DCTerms.spatial.asNode();

    private Store store;

    @BeforeEach
    void open() {
        store = TemporaryStore.create(java.time.Clock.systemUTC());
        Loader.publishVocabularies(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private record Said(Node property, Node value) {}

    private static Said region(String code) {
        return new Said(SPATIAL, NodeFactory.createURI(Iris.NUTS + code));
    }

    private void solution(String name, Said... said) {
        Node thing = TestAtlas.IRIS.thing("solution", name);
        List<Triple> triples = new ArrayList<>(List.of(Triple.create(thing, RDF.type.asNode(), ATLAS.Solution)));
        Stream.of(said).forEach(one -> triples.add(Triple.create(thing, one.property(), one.value())));
        store.commit("test", name, writer -> writer.replace(TestAtlas.IRIS.document("solution", name), triples));
    }

    private Figures figures() {
        return store.read(snapshot -> {
            FigureCounter counter = new FigureCounter(snapshot, TestAtlas.IRIS);
            snapshot.documents().forEach(document -> counter.add(document, snapshot.graph(document)));
            return counter.figures();
        });
    }

    private static Count count(Figures.Breakdown of, String code) {
        return of.counts().stream()
                .filter(count -> count.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code));
    }

    @Test
    void region_countsWhatLiesBelowItOnce() {
        solution("a", region("DED4"), region("DED2"));
        solution("b", region("DED"));

        Count saxony = count(figures().regions(), "DED");

        assertThat(saxony.exactly()).isEqualTo(1);
        assertThat(saxony.withBelow()).isEqualTo(2);
        assertThat(saxony.level()).isEqualTo(1);
        assertThat(saxony.names()).containsKeys("en", "de");
    }

    @Test
    void region_withoutSolutions_isLeftOut() {
        solution("a", region("DED"));

        assertThat(figures().regions().counts().stream().map(Count::code)).containsExactly("DE", "DED");
    }

    @Test
    void concept_thatIsInNoScheme_isCountedUnderItsCode() {
        solution("a", new Said(DCAT.theme.asNode(), NodeFactory.createURI("http://elsewhere.test/theme/bees")));

        assertThat(figures().themes().counts())
                .containsExactly(new Count("http://elsewhere.test/theme/bees", "bees", 0, Map.of(), 1, 1));
    }

    @Test
    void solutionsWithoutValues_areCountedAsSuch() {
        solution("a");
        solution("b", new Said(ATLAS.startYear, NodeFactory.createLiteralString("soon")));
        solution("c", new Said(ATLAS.startYear, NodeFactory.createLiteralString("2019")));

        Figures figures = figures();

        assertThat(figures.solutions()).isEqualTo(3);
        assertThat(figures.themes().none()).isEqualTo(3);
        assertThat(figures.years().none()).isEqualTo(2);
        assertThat(figures.years().counts()).containsExactly(new Count("2019", "2019", 0, Map.of(), 1, 1));
    }
}
