package eu.solutionatlas.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A process that writes until it is killed: generation after generation of a set of documents, one commit each. It prints
 * a generation's number once the commit has returned.
 */
final class CrashingWriter {
    /** Triples in each document. */
    static final int TRIPLES = 6;

    private CrashingWriter() {}

    /** Arguments: data directory, first generation, number of documents. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        int documents = Integer.parseInt(arguments[2]);
        Store store = TdbStore.open(directory, Clock.systemUTC(), new StoreSettings(0, Duration.ZERO, 0));
        System.out.println("ready");
        for (int generation = Integer.parseInt(arguments[1]); ; generation++) {
            int now = generation;
            store.commit(
                    "crasher",
                    "generation " + now,
                    writer -> IntStream.range(0, documents)
                            .forEach(number -> writer.replace(document(number), content(number, now))));
            System.out.println(now);
        }
    }

    static Node document(int number) {
        return NodeFactory.createURI("http://localhost:8080/solution/entry-" + number);
    }

    static List<Triple> content(int number, int generation) {
        return IntStream.range(0, TRIPLES)
                .mapToObj(i -> Triple.create(
                        document(number),
                        DCTerms.description.asNode(),
                        NodeFactory.createLiteralString("generation " + generation + ", statement " + i)))
                .toList();
    }
}
