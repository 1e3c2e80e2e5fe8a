package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.vocabulary.FOAF;

/** A snapshot of a dataset inside a read transaction of this thread. */
final class DatasetSnapshot implements Snapshot {
    private final DatasetGraph dataset;
    private final VersionLedger ledger;

    DatasetSnapshot(DatasetGraph dataset) {
        this.dataset = dataset;
        this.ledger = new VersionLedger(dataset.getDefaultGraph());
    }

    @Override
    public DataVersion version() {
        return ledger.current();
    }

    @Override
    public boolean contains(Node document) {
        return ledger.of(document).isPresent();
    }

    @Override
    public Graph graph(Node document) {
        return dataset.getGraph(document);
    }

    @Override
    public Stream<Node> documents() {
        return ledger.documents();
    }

    @Override
    public Optional<Node> documentAbout(Node thing) {
        return Iter.toList(dataset.findNG(Node.ANY, Node.ANY, FOAF.primaryTopic.asNode(), thing)).stream()
                .map(Quad::getGraph)
                .filter(Node::isURI)
                .min(Comparator.comparing(Node::getURI));
    }

    @Override
    public Optional<DataVersion> versionOf(Node document) {
        return ledger.of(document);
    }

    @Override
    public RowSet select(Query query, Map<String, Node> bindings) {
        try (QueryExec execution = execution(query, bindings)) {
            // In memory, so that nothing of the execution outlives this call: our own queries are bounded by design.
            return execution.select().materialize();
        }
    }

    @Override
    public Graph construct(Query query, Map<String, Node> bindings) {
        try (QueryExec execution = execution(query, bindings)) {
            return execution.construct();
        }
    }

    private QueryExec execution(Query query, Map<String, Node> bindings) {
        QueryExecDatasetBuilder builder =
                QueryExecDatasetBuilder.create().dataset(dataset).query(query);
        bindings.forEach(builder::substitution);
        return builder.build();
    }
}
