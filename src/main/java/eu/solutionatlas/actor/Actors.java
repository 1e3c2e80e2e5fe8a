package eu.solutionatlas.actor;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Register;
import eu.solutionatlas.store.Digest;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** All actors in short, in memory. */
public final class Actors {
    static final String KIND = "actor";

    private final Digest<ActorEntry, Register<ActorEntry>> digest;

    public Actors(Store store, Iris iris) {
        String prefix = iris.base() + KIND + "/";
        this.digest = new Digest<>(
                store,
                document -> document.getURI().startsWith(prefix),
                (document, graph) -> iris.thingOf(document).flatMap(thing -> ActorEntry.read(graph, thing)),
                entries -> Register.of(entries.values()));
    }

    Register<ActorEntry> at(Snapshot snapshot) {
        return digest.at(snapshot);
    }

    public int count(Snapshot snapshot) {
        return at(snapshot).size();
    }

    /** What actors are called. */
    public Names names(Snapshot snapshot) {
        return at(snapshot).names();
    }

    /** The regions of each actor. */
    public Stream<Collection<Node>> regions(Snapshot snapshot) {
        return at(snapshot).entries().stream().map(ActorEntry::regions);
    }

    /** The kind of each actor. */
    public Stream<Collection<Node>> concepts(Snapshot snapshot) {
        return at(snapshot).entries().stream()
                .map(ActorEntry::kind)
                .flatMap(Optional::stream)
                .map(List::of);
    }
}
