package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.TestAtlas;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaTest {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-27T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private Store store;
    private DumpSet first;
    private DumpSet second;

    @BeforeEach
    void dumpChangeAndDumpAgain() {
        store = TemporaryStore.create(DAY);
        say("a", "One");
        say("b", "One");
        say("c", "One");
        first = write(0);
        say("b", "Two, \"quoted\" <b> \\ and\nwith a line end");
        say("new", "New");
        bury("c");
        nameless("hub/liberec/solution/x");
        nameless("scheme");
        second = write(1);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Node iri(String path) {
        return NodeFactory.createURI(TestAtlas.IRIS.base() + path);
    }

    private void put(Node document, Triple... triples) {
        store.commit("test", "said", writer -> writer.replace(document, List.of(triples)));
    }

    private void say(String name, String title) {
        put(
                iri("solution/" + name),
                Triple.create(
                        iri("id/solution/" + name),
                        DCTerms.title.asNode(),
                        NodeFactory.createLiteralLang(title, "en")));
    }

    private void bury(String name) {
        Node document = iri("solution/" + name);
        put(document, Triple.create(document, RDF.type.asNode(), AS.Tombstone));
    }

    /** With a blank node, whose label the dump chooses. */
    private void nameless(String path) {
        put(iri(path), Triple.create(NodeFactory.createBlankNode(), DCTerms.title.asNode(), iri("x")));
    }

    private DumpSet write(int minute) {
        return new SetWriter(store, TestAtlas.IRIS, directory, "Test", Clock.offset(DAY, Duration.ofMinutes(minute)))
                .write();
    }

    private static String patch(DumpSet from, DumpSet to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Delta(from, to).patch(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> lines(DumpSet set) throws IOException {
        return SetWriterTest.text(set, "catalogue.nq.gz").lines().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> applied(Set<String> lines, String patch) {
        Set<String> all = new TreeSet<>(lines);
        patch.lines()
                .filter(line -> line.startsWith("D "))
                .forEach(line ->
                        assertThat(all.remove(line.substring(2))).as(line).isTrue());
        patch.lines().filter(line -> line.startsWith("A ")).forEach(line -> all.add(line.substring(2)));
        return all;
    }

    private static DatasetGraph quads(DumpSet set) throws IOException {
        DatasetGraph quads = DatasetGraphFactory.create();
        RDFParserBuilder.create()
                .fromString(SetWriterTest.text(set, "catalogue.nq.gz"))
                .lang(Lang.NQUADS)
                .labelToNode(LabelToNode.createUseLabelEncoded())
                .parse(quads);
        return quads;
    }

    @Test
    void patch_makesTheLinesOfTheOneTheLinesOfTheOther() throws IOException {
        assertThat(applied(lines(first), patch(first, second))).isEqualTo(lines(second));
    }

    @Test
    void patch_leadsBackAsWell() throws IOException {
        assertThat(applied(lines(second), patch(second, first))).isEqualTo(lines(first));
    }

    @Test
    void patch_isReadAndAppliedByJena() throws IOException {
        RDFPatch patch =
                RDFPatchOps.read(new ByteArrayInputStream(patch(first, second).getBytes(StandardCharsets.UTF_8)));
        DatasetGraph quads = quads(first);
        RDFPatchOps.applyChange(quads, patch);
        assertThat(quads.stream().map(String::valueOf))
                .containsExactlyInAnyOrderElementsOf(
                        quads(second).stream().map(String::valueOf).toList());
    }

    @Test
    void patch_ofTheSame_changesNothing() throws IOException {
        assertThat(patch(second, second).lines().filter(line -> line.matches("[AD] .*")))
                .isEmpty();
    }

    @Test
    void table_tellsWhatBecameOfEachDocument() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Delta(first, second).table(out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "removed,solution,http://localhost:8080/solution/c,,One,,,,",
                        "added,solution,http://localhost:8080/solution/new,,New,,,,",
                        "added,other,http://localhost:8080/hub/liberec/solution/x,liberec,,,,,");
    }
}
