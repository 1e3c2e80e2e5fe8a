package eu.solutionatlas.dump;

import eu.solutionatlas.store.Snapshot;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** The triples of a document in an order that depends on nothing but the triples. */
final class SortedDocument {
    private SortedDocument() {}

    private record Keyed(String subject, String predicate, String object, Triple triple) {
        static Keyed of(Triple triple) {
            return new Keyed(
                    NodeFmtLib.strNT(triple.getSubject()),
                    NodeFmtLib.strNT(triple.getPredicate()),
                    NodeFmtLib.strNT(triple.getObject()),
                    triple);
        }
    }

    private static final Comparator<Keyed> IN_ORDER =
            Comparator.comparing(Keyed::subject).thenComparing(Keyed::predicate).thenComparing(Keyed::object);

    static List<Triple> of(Snapshot snapshot, Node document) {
        List<Triple> stored = snapshot.graph(document).find().toList();
        return BlankNodes.named(document, stored).stream()
                .map(Keyed::of)
                .sorted(IN_ORDER)
                .map(Keyed::triple)
                .toList();
    }
}
