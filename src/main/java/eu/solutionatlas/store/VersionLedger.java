package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Which data version the catalogue has, and which one gave each document its graph. Kept as triples in the store's own
 * default graph, which the public union of named graphs leaves out, so that it commits with the data or not at all.
 */
final class VersionLedger {
    private static final String SPACE = "urn:x-solution-atlas:";
    private static final Node CATALOGUE = NodeFactory.createURI(SPACE + "catalogue");
    private static final Node VERSION = NodeFactory.createURI(SPACE + "version");

    private final Graph ledger;

    VersionLedger(Graph defaultGraph) {
        this.ledger = defaultGraph;
    }

    DataVersion current() {
        return only(CATALOGUE, VERSION).map(VersionLedger::read).orElse(DataVersion.NONE);
    }

    Optional<DataVersion> of(Node document) {
        return only(document, VERSION).map(VersionLedger::read);
    }

    /** Every document that ever was written, tombstones included. */
    Stream<Node> documents() {
        return Iter.asStream(ledger.find(Node.ANY, VERSION, Node.ANY).mapWith(Triple::getSubject))
                .filter(node -> !node.equals(CATALOGUE));
    }

    void advance(DataVersion version) {
        set(CATALOGUE, version);
    }

    void record(Node document, DataVersion version) {
        set(document, version);
    }

    void forget(Node document) {
        only(document, VERSION).ifPresent(old -> ledger.delete(document, VERSION, old));
    }

    private void set(Node subject, DataVersion version) {
        only(subject, VERSION).ifPresent(old -> ledger.delete(subject, VERSION, old));
        ledger.add(subject, VERSION, write(version));
    }

    private Optional<Node> only(Node subject, Node property) {
        Iterator<Triple> found = ledger.find(subject, property, Node.ANY);
        try {
            return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
        } finally {
            Iter.close(found);
        }
    }

    /** Number and time in one literal, so that finding a document's version is one look-up. */
    private static Node write(DataVersion version) {
        return NodeFactory.createLiteralDT(version.number() + " " + version.at(), XSDDatatype.XSDstring);
    }

    private static DataVersion read(Node literal) {
        String text = literal.getLiteralLexicalForm();
        int space = text.indexOf(' ');
        return new DataVersion(Long.parseLong(text.substring(0, space)), Instant.parse(text.substring(space + 1)));
    }
}
