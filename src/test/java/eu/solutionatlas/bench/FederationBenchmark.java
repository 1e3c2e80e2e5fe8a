package eu.solutionatlas.bench;

import eu.solutionatlas.rdf.OntologyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphOps;

/** Many hubs: asked live, and asked by way of copies. */
final class FederationBenchmark {
    private FederationBenchmark() {}

    /** Live queries alone. */
    static void live(Path work, Results results) throws IOException {
        FourHubs four = FourHubs.load(work.resolve("federation"));
        List<HubProcess> hubs = four.start();
        try {
            RemoteBenchmark.run(four, hubs, new LiveBenchmark(hubs, union(four), results).run(), results);
        } finally {
            hubs.forEach(HubProcess::close);
        }
    }

    static void run(Path work, Results results) throws IOException {
        Path directory = work.resolve("federation");
        FourHubs four = FourHubs.load(directory);
        List<HubProcess> hubs = four.start();
        try {
            List<LiveBenchmark.Answered> answered = new LiveBenchmark(hubs, union(four), results).run();
            new ComunicaBenchmark(directory.resolve("comunica"), hubs, results).run(answered);
            CopiesBenchmark.run(directory, four, results);
            RemoteBenchmark.run(four, hubs, answered, results);
        } finally {
            hubs.forEach(HubProcess::close);
        }
        ManyHubsBenchmark.run(directory.resolve("many"), results);
    }

    /** Everything that the hubs say, as one catalogue. */
    private static Graph union(FourHubs hubs) {
        Graph all = GraphFactory.createDefaultGraph();
        OntologyFiles.graphs().values().forEach(graph -> GraphOps.addAll(all, graph.find()));
        for (int i = 0; i < FourHubs.HUBS; i++) {
            RDFParser.source(hubs.catalogue(i)).lang(Lang.NQUADS).parse(new StreamRDFBase() {
                @Override
                public void quad(Quad quad) {
                    all.add(quad.asTriple());
                }
            });
        }
        return all;
    }
}
