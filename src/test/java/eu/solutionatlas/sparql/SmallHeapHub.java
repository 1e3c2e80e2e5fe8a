package eu.solutionatlas.sparql;

import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreSettings;
import eu.solutionatlas.store.TdbStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * A process of its own with many triples on disk, to be run with little memory. Prints its port when it is ready and ends
 * with its input.
 */
public final class SmallHeapHub {
    /** Triples that one commit writes. */
    static final int TRIPLES_A_COMMIT = 20_000;

    private static final int DOCUMENTS = 100;
    private static final int TRIPLES = TRIPLES_A_COMMIT / DOCUMENTS;

    private SmallHeapHub() {}

    /** Arguments: data directory, number of commits. */
    public static void main(String[] args) throws IOException {
        try (Store store = TdbStore.open(
                        Path.of(args[0]), Clock.systemUTC(), StoreSettings.from(new Settings(java.util.Map.of())));
                SparqlHub hub = SparqlHub.over(
                        fill(store, Integer.parseInt(args[1])), "first-row-timeout", "60s", "timeout", "300s")) {
            System.out.println(hub.port());
            System.out.flush();
            System.in.read();
        }
    }

    private static Store fill(Store store, int commits) {
        for (int commit = 0; commit < commits; commit++) {
            int first = commit * DOCUMENTS;
            store.commit("test", "many triples", writer -> {
                for (int document = first; document < first + DOCUMENTS; document++) {
                    writer.replace(NodeFactory.createURI(SparqlHub.BASE + "solution/d" + document), triples(document));
                }
            });
        }
        return store;
    }

    private static List<Triple> triples(int document) {
        List<Triple> triples = new ArrayList<>(TRIPLES);
        for (int i = 0; i < TRIPLES; i++) {
            Node subject = NodeFactory.createURI(SparqlHub.BASE + "id/solution/d" + document + "-" + i / 10);
            Node property = NodeFactory.createURI(SparqlHub.BASE + "p" + i % 10);
            triples.add(Triple.create(
                    subject,
                    property,
                    NodeFactory.createLiteralDT(Integer.toString(document * TRIPLES + i), XSDDatatype.XSDinteger)));
        }
        return triples;
    }
}
