package eu.solutionatlas.bench;

import java.io.IOException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/** Fuseki as it comes, as the benchmark's child process: queries only, union default graph, at {@code /catalogue}. */
final class PlainFuseki {
    private PlainFuseki() {}

    public static void main(String[] arguments) throws IOException {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(arguments[0]));
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        FusekiServer server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/catalogue", dataset, false)
                .build()
                .start();
        System.out.println("port " + server.getPort());
        while (System.in.read() >= 0) {
            // until the benchmark closes the pipe
        }
        server.stop();
    }
}
