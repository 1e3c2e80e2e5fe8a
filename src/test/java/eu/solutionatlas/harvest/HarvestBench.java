package eu.solutionatlas.harvest;

import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundSettings;
import eu.solutionatlas.partner.Contact;
import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphOps;

/** A hub that has nothing yet and harvests others. */
final class HarvestBench implements AutoCloseable {
    static final Iris IRIS = new Iris("http://own.example/");
    static final String THEIRS = "http://theirs.example/";

    final Store store = TemporaryStore.create(Clock.systemUTC());
    final Copies copies = new Copies(IRIS);
    Harvester harvester;
    private final Path directory;
    private Outbound outbound = new Outbound(new OutboundSettings(true), "test");

    HarvestBench(Path directory) {
        this.directory = directory;
        this.harvester = harvester();
    }

    private Harvester harvester() {
        HarvestSettings settings = new HarvestSettings(Duration.ofHours(6), 25, 16, Duration.ofSeconds(5));
        return new Harvester(store, IRIS, Shapes::published, outbound, settings, directory, Clock.systemUTC());
    }

    /** Goes on as after a restart: with what is on the disk, and without a connection to anybody. */
    void restart() {
        outbound.close();
        outbound = new Outbound(new OutboundSettings(true), "test");
        harvester = harvester();
    }

    static Partner partner(Optional<String> endpoint, Optional<String> dump, Optional<String> changes) {
        return new Partner(
                "theirs",
                Labels.NONE,
                Optional.empty(),
                List.of(),
                List.of(THEIRS),
                endpoint,
                dump,
                changes,
                Contact.NONE,
                HubState.ACTIVE,
                Optional.empty());
    }

    static Partner withDump(String dump) {
        return partner(Optional.empty(), Optional.of(dump), Optional.empty());
    }

    HarvestState harvest(Partner partner) {
        register(partner);
        return harvester.harvest(partner, false, new Cancel());
    }

    private void register(Partner partner) {
        new Partners(store, IRIS).put(partner, "test");
    }

    HarvestState accept(Partner partner) {
        return harvester.harvest(partner, true, new Cancel());
    }

    HarvestReport report() {
        return harvester.report("theirs").orElseThrow();
    }

    /** The copied entries' paths below the hub's own, in order. */
    List<String> copied() {
        String prefix = copies.entriesOf("theirs");
        return store.read(snapshot -> snapshot.documents()
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(prefix))
                .map(iri -> iri.substring(prefix.length()))
                .sorted()
                .collect(Collectors.toList()));
    }

    Graph graph(String path) {
        return store.read(snapshot -> {
            Graph copy = GraphFactory.createDefaultGraph();
            GraphOps.addAll(copy, snapshot.graph(iri(IRIS.base() + path)).find());
            return copy;
        });
    }

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    @Override
    public void close() {
        outbound.close();
        store.close();
    }
}
