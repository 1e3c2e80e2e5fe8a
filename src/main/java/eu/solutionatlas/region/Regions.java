package eu.solutionatlas.region;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.store.Digest;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The NUTS regions of the catalogue, in memory. */
public final class Regions {
    static final Node SCHEME = NodeFactory.createURI(Iris.SHARED + "region");

    private final Digest<Scheme, Optional<Scheme>> digest;

    public Regions(Store store) {
        this.digest = new Digest<>(
                store,
                SCHEME::equals,
                (document, graph) -> graph.isEmpty() ? Optional.empty() : Optional.of(Scheme.of(graph, document)),
                schemes -> schemes.values().stream().findFirst());
    }

    /** The scheme of regions; empty when it was not loaded. */
    public Optional<Scheme> scheme(Snapshot snapshot) {
        return digest.at(snapshot);
    }

    /** What regions are called. */
    public Names names(Snapshot snapshot) {
        return scheme(snapshot).<Names>map(scheme -> scheme).orElse(region -> Labels.NONE);
    }
}
