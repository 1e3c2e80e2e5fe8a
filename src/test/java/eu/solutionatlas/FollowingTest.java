package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.dump.DumpSet;
import eu.solutionatlas.dump.SetWriter;
import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has a dump and follows the changes comes to the next dump, quad for quad. */
class FollowingTest {
    private static final String BASE = TestAtlas.IRIS.base();

    @TempDir
    private Path directory;

    private TestAtlas atlas;
    private DumpSet first;
    private DumpSet second;

    @BeforeEach
    void dumpChangeAndDumpAgain() {
        atlas = TestAtlas.withRealData();
        first = dump();
        retitle("solution/absolut-autonomous-shuttle", "Once");
        add("solution/brand-new");
        bury("solution/absolut-autonomous-shuttle");
        add("solution/here-and-gone");
        bury("solution/here-and-gone");
        retitle("solution/brand-new", "Twice");
        second = dump();
    }

    @AfterEach
    void stop() {
        atlas.close();
    }

    private DumpSet dump() {
        return new SetWriter(atlas.store(), TestAtlas.IRIS, directory, "Test", Clock.systemUTC()).write();
    }

    private static Node iri(String path) {
        return NodeFactory.createURI(BASE + path);
    }

    private void add(String path) {
        atlas.store()
                .commit(
                        "test",
                        "new",
                        writer -> writer.replace(
                                iri(path),
                                List.of(Triple.create(
                                        iri("id/" + path),
                                        DCTerms.title.asNode(),
                                        NodeFactory.createLiteralLang("New", "en")))));
    }

    private void bury(String path) {
        atlas.store()
                .commit(
                        "test",
                        "gone",
                        writer -> writer.replace(
                                iri(path), List.of(Triple.create(iri(path), RDF.type.asNode(), AS.Tombstone))));
    }

    private void retitle(String path, String title) {
        atlas.store().commit("test", "another title", writer -> {
            List<Triple> triples = new ArrayList<>(writer.graph(iri(path)));
            triples.removeIf(triple -> triple.getPredicate().equals(DCTerms.title.asNode()));
            triples.add(Triple.create(
                    iri("id/" + path), DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "en")));
            writer.replace(iri(path), triples);
        });
    }

    private static DatasetGraph quads(DumpSet set) throws IOException {
        DatasetGraph quads = DatasetGraphFactory.create();
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(set.path(set.file("catalogue.nq.gz").orElseThrow())))) {
            parser().source(in).parse(quads);
        }
        return quads;
    }

    /** The labels of blank nodes in a dump depend on nothing but the data. */
    private static RDFParserBuilder parser() {
        return RDFParserBuilder.create().lang(Lang.NQUADS).labelToNode(LabelToNode.createUseLabelAsGiven());
    }

    private static Set<String> lines(DatasetGraph quads) {
        Set<String> lines = new TreeSet<>();
        quads.find().forEachRemaining(quad -> lines.add(quad.toString()));
        return lines;
    }

    /** Takes what a document says now in place of what it said. */
    private void renew(DatasetGraph copy, String document) {
        copy.removeGraph(NodeFactory.createURI(document));
        String path = document.startsWith(BASE) ? "/" + document.substring(BASE.length()) : "";
        HttpResponse<String> now = atlas.get(path, "Accept", "application/n-quads");
        if (now.statusCode() != 404) {
            parser().fromString(now.body()).parse(copy);
        }
    }

    @Test
    void stream_leadsFromADumpToTheNext() throws IOException {
        DatasetGraph copy = quads(first);
        String next = BASE + "changes?since=" + first.version().number() + "&at="
                + first.version().at();
        long reached = 0;
        while (!next.isEmpty()) {
            JsonNode page = new ObjectMapper()
                    .readTree(atlas.get("/" + next.substring(BASE.length())).body());
            page.path("orderedItems")
                    .forEach(item -> renew(copy, item.path("object").asText()));
            reached = page.path("dataVersion").asLong();
            next = page.path("next").asText("");
        }
        assertThat(reached).isEqualTo(second.version().number());
        assertThat(lines(copy)).containsExactlyInAnyOrderElementsOf(lines(quads(second)));
    }

    @Test
    void graphsThatHaveChanged_leadFromADumpToTheNext() throws IOException {
        DatasetGraph copy = quads(first);
        String body = atlas.get("/dump/changes?since=" + first.version().number() + "&at="
                        + first.version().at())
                .body();
        DatasetGraph changed = DatasetGraphFactory.create();
        parser().fromString(body).parse(changed);
        changed.listGraphNodes().forEachRemaining(copy::removeGraph);
        changed.find().forEachRemaining((Quad quad) -> copy.add(quad));
        assertThat(lines(copy)).containsExactlyInAnyOrderElementsOf(lines(quads(second)));
    }
}
