package eu.solutionatlas.demo;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * A stand-alone Fuseki with a file of triples at {@code /ds}, read-only: a hub that runs other software. A process of its
 * own, with jars that a hub does not have.
 */
final class PlainFuseki {
    private PlainFuseki() {}

    /** @param arguments port and file */
    public static void main(String[] arguments) {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        dataset.executeWrite(() -> RDFDataMgr.read(dataset, arguments[1]));
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        FusekiServer server = FusekiServer.create()
                .loopback(true)
                .port(Integer.parseInt(arguments[0]))
                .add("/ds", dataset, false)
                .start();
        server.join();
    }
}
