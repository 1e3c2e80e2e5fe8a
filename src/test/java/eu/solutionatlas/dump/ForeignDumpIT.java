package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Progress;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that know nothing of us read dumps: Raptor, rdflib, coreutils and Python's own zip and CSV readers. */
class ForeignDumpIT {
    @TempDir
    private static Path directory;

    private static DumpSet set;

    @BeforeAll
    static void write() {
        try (Store store = TemporaryStore.create(Clock.systemUTC())) {
            Loader.publishVocabularies(store);
            new Loader(TestAtlas.IRIS, Shapes.published()).load(store, "test", List.of(Path.of("data")), Progress.NONE);
            set = new SetWriter(store, TestAtlas.IRIS, directory, "Test", Clock.systemUTC()).write();
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("foreign", ".txt");
        Path err = Files.createTempFile("foreign", ".err");
        Process process = new ProcessBuilder(command)
                .directory(set.directory().toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as(command[0] + " ends")
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return Files.readString(out);
    }

    private static DatasetGraph quads(String text) {
        DatasetGraph quads = DatasetGraphFactory.create();
        RDFParser.fromString(text, Lang.NQUADS).parse(quads);
        return quads;
    }

    /** Graph by graph, which is enough as long as no blank node is in two of them, and ends in time. */
    private static void assertSame(DatasetGraph read, DatasetGraph ours) {
        assertThat(names(read)).isEqualTo(names(ours));
        assertThat(blankNodes(read).distinct().count())
                .isEqualTo(blankNodes(read).count());
        assertThat(blankNodes(ours).distinct().count())
                .isEqualTo(blankNodes(ours).count());
        assertThat(names(ours))
                .allSatisfy(name -> assertThat(read.getGraph(name).isIsomorphicWith(ours.getGraph(name)))
                        .as(name.toString())
                        .isTrue());
        assertThat(read.getDefaultGraph().isEmpty()).isTrue();
    }

    private static Set<Node> names(DatasetGraph quads) {
        return Iter.toSet(quads.listGraphNodes());
    }

    /** Those of each graph, one graph after the other. */
    private static Stream<Node> blankNodes(DatasetGraph quads) {
        return names(quads).stream()
                .flatMap(name -> quads.getGraph(name).stream()
                        .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                        .filter(Node::isBlank)
                        .distinct());
    }

    @Test
    void raptor_readsTheTurtle() throws Exception {
        String triples =
                run("sh", "-c", "gzip -dc catalogue.ttl.gz | rapper -q -i turtle -o ntriples - http://hub.test/");
        Graph read = GraphFactory.createDefaultGraph();
        RDFParser.fromString(triples, Lang.NTRIPLES).parse(read);
        Graph ours = GraphFactory.createDefaultGraph();
        RDFParser.fromString(SetWriterTest.text(set, "catalogue.ttl.gz"), Lang.TURTLE)
                .parse(ours);

        assertThat(read.isIsomorphicWith(ours)).isTrue();
    }

    @Test
    void raptor_readsTheQuads() throws Exception {
        String quads = run("sh", "-c", "gzip -dc catalogue.nq.gz | rapper -q -i nquads -o nquads - http://hub.test/");

        assertSame(quads(quads), quads(SetWriterTest.text(set, "catalogue.nq.gz")));
    }

    @Test
    void rdflib_readsTheQuads() throws Exception {
        String quads = run("/usr/bin/python3", "-c", """
                import gzip, sys
                from rdflib import Dataset
                data = Dataset()
                data.parse(gzip.open('catalogue.nq.gz'), format='nquads')
                sys.stdout.write(data.serialize(format='nquads'))
                """);

        assertSame(quads(quads), quads(SetWriterTest.text(set, "catalogue.nq.gz")));
    }

    @Test
    void sha256sum_agrees() throws Exception {
        assertThat(run("sha256sum", "--check", "SHA256SUMS")).contains("catalogue.nq.gz: OK");
    }

    @Test
    void python_readsPackageAndTables() throws Exception {
        String said = run("/usr/bin/python3", "-c", """
                import csv, glob, io, zipfile
                package = zipfile.ZipFile(glob.glob('*.zip')[0])
                assert package.testzip() is None
                name = [n for n in package.namelist() if n.endswith('/solutions.csv')][0]
                rows = list(csv.DictReader(io.TextIOWrapper(package.open(name), encoding='utf-8', newline='')))
                print(len(rows), len(set(row['iri'] for row in rows)))
                """);

        assertThat(said.strip()).isEqualTo("134 134");
    }
}
