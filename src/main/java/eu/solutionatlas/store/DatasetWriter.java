package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/** Writes documents into the dataset and, change by change, into the journal entry. */
final class DatasetWriter implements Writer {
    /** Ends a commit whose expectation does not hold. */
    static final class StaleDocument extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Node document;
        private final transient Optional<Long> actual;

        StaleDocument(Node document, Optional<Long> actual) {
            super("stale", null, false, false);
            this.document = document;
            this.actual = actual;
        }

        Node document() {
            return document;
        }

        Optional<Long> actual() {
            return actual;
        }
    }

    /** Documents that are written between two looks at the free space. */
    private static final int DOCUMENTS_BETWEEN_LOOKS = 200;

    private final DatasetGraph dataset;
    private final VersionLedger ledger;
    private final JournalEntry entry;
    private final DataVersion version;
    private final SpaceCheck space;
    private final Set<Node> changed = new LinkedHashSet<>();

    /** @param space looked at again and again, since a large change can fill what was free when it began */
    DatasetWriter(DatasetGraph dataset, JournalEntry entry, DataVersion version, SpaceCheck space) {
        this.space = space;
        this.dataset = dataset;
        this.ledger = new VersionLedger(dataset.getDefaultGraph());
        this.entry = entry;
        this.version = version;
    }

    Set<Node> changed() {
        return changed;
    }

    void advance() {
        ledger.advance(version);
    }

    @Override
    public Optional<Long> versionOf(Node document) {
        return ledger.of(document).map(DataVersion::number);
    }

    @Override
    public void expect(Node document, Optional<Long> expected) {
        Optional<Long> actual = versionOf(document);
        if (!actual.equals(expected)) {
            throw new StaleDocument(document, actual);
        }
    }

    @Override
    public void replace(Node document, Collection<Triple> triples) {
        if (!document.isURI() || Quad.isDefaultGraph(document) || Quad.isUnionGraph(document)) {
            throw new IllegalArgumentException("a document is named by an IRI: " + document);
        }
        if (triples.isEmpty()) {
            throw new IllegalArgumentException(
                    "a document is never emptied, only replaced by a tombstone: " + document);
        }
        Set<Triple> before = new HashSet<>(graph(document));
        if (before.isEmpty() ? addAll(document, triples) : exchange(document, before, triples)) {
            changed.add(document);
            if (changed.size() % DOCUMENTS_BETWEEN_LOOKS == 0) {
                space.require();
            }
            ledger.record(document, version);
        }
    }

    private boolean addAll(Node document, Collection<Triple> triples) {
        for (Triple triple : new LinkedHashSet<>(triples)) {
            dataset.add(Quad.create(document, triple));
            entry.add(document, triple);
        }
        return true;
    }

    private boolean exchange(Node document, Set<Triple> before, Collection<Triple> triples) {
        Set<Triple> after = new LinkedHashSet<>(triples);
        if (before.equals(after) || sameButForBlankNodes(before, after)) {
            return false;
        }
        for (Triple triple : before) {
            if (!after.contains(triple)) {
                dataset.delete(Quad.create(document, triple));
                entry.delete(document, triple);
            }
        }
        for (Triple triple : after) {
            if (!before.contains(triple)) {
                dataset.add(Quad.create(document, triple));
                entry.add(document, triple);
            }
        }
        return true;
    }

    /** Whether two graphs differ in nothing but the labels of their blank nodes. */
    private static boolean sameButForBlankNodes(Set<Triple> one, Set<Triple> other) {
        if (one.size() != other.size() || one.stream().noneMatch(DatasetWriter::hasBlankNode)) {
            return false;
        }
        return graphOf(one).isIsomorphicWith(graphOf(other));
    }

    private static boolean hasBlankNode(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }

    private static Graph graphOf(Set<Triple> triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    @Override
    public void remove(Node document) {
        for (Triple triple : graph(document)) {
            dataset.delete(Quad.create(document, triple));
            entry.delete(document, triple);
            changed.add(document);
        }
        ledger.forget(document);
    }

    @Override
    public Collection<Node> documents() {
        return ledger.documents().toList();
    }

    @Override
    public Collection<Triple> graph(Node document) {
        List<Triple> triples = new ArrayList<>();
        Iterator<Quad> quads = dataset.findNG(document, Node.ANY, Node.ANY, Node.ANY);
        quads.forEachRemaining(quad -> triples.add(quad.asTriple()));
        return triples;
    }
}
