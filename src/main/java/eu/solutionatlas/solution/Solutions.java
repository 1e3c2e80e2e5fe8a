package eu.solutionatlas.solution;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Register;
import eu.solutionatlas.store.Digest;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import java.util.Collection;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** All solutions in short, in memory. */
public final class Solutions {
    static final String KIND = "solution";

    private final Digest<SolutionEntry, Register<SolutionEntry>> digest;

    public Solutions(Store store, Iris iris) {
        String prefix = iris.base() + KIND + "/";
        this.digest = new Digest<>(
                store,
                document -> document.getURI().startsWith(prefix),
                (document, graph) ->
                        iris.thingOf(document).flatMap(thing -> SolutionEntry.read(graph, thing, document)),
                entries -> Register.of(entries.values()));
    }

    Register<SolutionEntry> at(Snapshot snapshot) {
        return digest.at(snapshot);
    }

    public int count(Snapshot snapshot) {
        return at(snapshot).size();
    }

    /** What solutions are called. */
    public Names names(Snapshot snapshot) {
        return at(snapshot).names();
    }

    /** The regions of each solution. */
    public Stream<Collection<Node>> regions(Snapshot snapshot) {
        return at(snapshot).entries().stream().map(SolutionEntry::regions);
    }

    /** The concepts of each solution: its themes and its status. */
    public Stream<Collection<Node>> concepts(Snapshot snapshot) {
        return at(snapshot).entries().stream()
                .map(entry -> Stream.concat(entry.themes().stream(), entry.status().stream())
                        .toList());
    }
}
