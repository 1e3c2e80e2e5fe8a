package eu.solutionatlas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;

/** Reads a file into a new TDB2 database in one transaction, and nothing else. Says {@code millis N}. */
final class PlainLoad {
    private PlainLoad() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(directory));
        long start = System.nanoTime();
        Txn.executeWrite(dataset, () -> RDFDataMgr.read(dataset, arguments[0]));
        System.out.println("millis " + (System.nanoTime() - start) / 1_000_000);
    }
}
