package eu.solutionatlas.support;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** A Fuseki server with an empty dataset at {@code /ds}, to be run as a process of its own. Prints its port. */
public final class LoneFuseki {
    private LoneFuseki() {}

    public static void main(String[] arguments) {
        FusekiServer server = FusekiServer.create()
                .loopback(true)
                .port(0)
                .add("/ds", DatasetGraphFactory.createTxnMem())
                .start();
        System.out.println("port " + server.getPort());
        server.join();
    }
}
