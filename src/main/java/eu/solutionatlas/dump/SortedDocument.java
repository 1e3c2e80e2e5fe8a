package eu.solutionatlas.dump;

import eu.solutionatlas.store.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * The triples of a document in an order that depends on nothing but the triples.
 *
 * @param hash the first {@value #DIGITS} digits of the SHA-256, in hexadecimal, of their N-Triples
 */
record SortedDocument(List<Triple> triples, String hash) {
    private static final int DIGITS = 32;

    private record Keyed(String subject, String predicate, String object, Triple triple) {
        static Keyed of(Triple triple) {
            return new Keyed(
                    NodeFmtLib.strNT(triple.getSubject()),
                    NodeFmtLib.strNT(triple.getPredicate()),
                    NodeFmtLib.strNT(triple.getObject()),
                    triple);
        }

        String line() {
            return subject + " " + predicate + " " + object + " .\n";
        }
    }

    private static final Comparator<Keyed> IN_ORDER =
            Comparator.comparing(Keyed::subject).thenComparing(Keyed::predicate).thenComparing(Keyed::object);

    /** The triples alone. */
    static List<Triple> of(Snapshot snapshot, Node document) {
        return sorted(snapshot, document).map(Keyed::triple).toList();
    }

    /** The triples with their hash. */
    static SortedDocument read(Snapshot snapshot, Node document) {
        List<Keyed> lines = sorted(snapshot, document).toList();
        MessageDigest digest = OutputFile.sha256();
        lines.forEach(line -> digest.update(line.line().getBytes(StandardCharsets.UTF_8)));
        return new SortedDocument(
                lines.stream().map(Keyed::triple).toList(),
                HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
    }

    private static Stream<Keyed> sorted(Snapshot snapshot, Node document) {
        List<Triple> stored = snapshot.graph(document).find().toList();
        return BlankNodes.named(document, stored).stream().map(Keyed::of).sorted(IN_ORDER);
    }
}
