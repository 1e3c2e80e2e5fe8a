package eu.solutionatlas.partner;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.CommitOutcome;
import eu.solutionatlas.store.Digest;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The register of hubs in the catalogue: read for a snapshot, changed one hub at a time. Hubs that wait for the operator stand
 * beside it.
 */
public final class Partners {
    private final Store store;
    private final Iris iris;
    private final RegisterGraph graph;
    private final Digest<Register, Register> digest;
    private final WaitingHubs waiting;

    /** For those to whom hubs that wait for the operator do not matter. */
    public Partners(Store store, Iris iris) {
        this(store, iris, WaitingHubs.none(iris));
    }

    public Partners(Store store, Iris iris, WaitingHubs waiting) {
        this.waiting = waiting;
        this.store = store;
        this.iris = iris;
        this.graph = new RegisterGraph(iris);
        this.digest = new Digest<>(
                store,
                graph.document()::equals,
                (document, stored) -> Optional.of(graph.read(stored)),
                registers -> registers.values().stream().findFirst().orElse(Register.EMPTY));
    }

    /** The document that holds the register, and its graph's name. */
    public Node document() {
        return graph.document();
    }

    /** The thing that a partner is in our register. */
    public Node hub(String id) {
        return graph.hub(id);
    }

    /** The register of a snapshot, without those that wait. */
    public Register at(Snapshot snapshot) {
        return digest.at(snapshot);
    }

    /** The register as it is now, with those that wait. */
    public Register now() {
        return withWaiting(store.read(this::at));
    }

    /** Who was let in by another way, such as a file that was loaded, waits no longer. */
    private Register withWaiting(Register register) {
        List<Partner> all = new ArrayList<>(register.all());
        waiting.all().stream()
                .filter(hub -> register.partner(hub.id()).isEmpty())
                .filter(hub -> register.all().stream()
                        .noneMatch(known -> known.spaces().stream().anyMatch(hub.spaces()::contains)))
                .forEach(all::add);
        return graph.register(all);
    }

    /** What came of a change to the register. */
    public sealed interface Outcome {
        record Done(Partner partner) implements Outcome {}

        /** @param reason in words */
        record Refused(String reason) implements Outcome {}
    }

    /**
     * Adds a partner, or replaces what was known of it.
     *
     * @param author who does so, for the journal
     */
    public Outcome put(Partner partner, String author) {
        Optional<String> flaw = partner.flaw();
        if (flaw.isPresent()) {
            return new Outcome.Refused(flaw.get());
        }
        List<String> conflict = new ArrayList<>();
        store.commit(author, "hub " + partner.id() + ": " + partner.state().code(), writer -> {
            before(writer).conflict(partner, iris.base()).ifPresent(conflict::add);
            if (conflict.isEmpty()) {
                write(writer, partner.id(), List.copyOf(graph.triples(partner)));
            }
        });
        if (conflict.isEmpty()) {
            waiting.remove(partner.id());
        }
        return conflict.isEmpty() ? new Outcome.Done(partner) : new Outcome.Refused(conflict.getFirst());
    }

    /** What came of a hub's wish to take part. */
    public sealed interface Announced {
        /** It waits for the operator. */
        record Noted(Partner partner) implements Announced {}

        /** It was decided about before, which an announcement does not change. */
        record Known(Partner partner) implements Announced {}

        /** @param reason in words */
        record Refused(String reason) implements Announced {}
    }

    /**
     * Notes that a hub wants to take part. Changes nothing of hubs that the operator has decided about.
     *
     * @param proposal whose short name is changed if another hub has it
     * @param most hubs that may wait for the operator
     */
    public Announced announce(Partner proposal, int most) {
        Register register =
                store.read(this::at); // before the lock, which nobody may hold while the store makes him wait
        synchronized (waiting) {
            Announced decision = withWaiting(register).announced(proposal.in(HubState.ANNOUNCED), iris.base(), most);
            if (decision instanceof Announced.Noted noted) {
                waiting.put(noted.partner());
            }
            return decision;
        }
    }

    /**
     * Lets in a hub that waits for it.
     *
     * @param name the short name that it has from then on; empty for the one it has
     */
    public Outcome accept(String id, Optional<String> name, String author) {
        List<Outcome> outcome = new ArrayList<>();
        store.commit(author, "hub " + id + ": accepted", writer -> {
            Outcome decision = before(writer).accepted(id, name.orElse(id));
            outcome.add(decision);
            if (decision instanceof Outcome.Done done) {
                write(writer, id, List.of());
                write(writer, done.partner().id(), List.copyOf(graph.triples(done.partner())));
            }
        });
        if (outcome.getFirst() instanceof Outcome.Done) {
            waiting.remove(id);
        }
        return outcome.getFirst();
    }

    /**
     * Changes what is said of a partner.
     *
     * @return as it is then; empty when there is no such partner
     */
    public Optional<Partner> change(String id, UnaryOperator<Partner> change, String author) {
        List<Partner> changed = new ArrayList<>();
        store.commit(author, "hub " + id + ": changed", writer -> {
            stored(writer).partner(id).map(change).ifPresent(partner -> {
                changed.add(partner);
                write(writer, id, List.copyOf(graph.triples(partner)));
            });
        });
        return changed.stream().findFirst();
    }

    private Register before(Writer writer) {
        return withWaiting(stored(writer));
    }

    private Register stored(Writer writer) {
        return graph.read(asGraph(writer.graph(graph.document())));
    }

    /** Takes a partner and the copy of its entries out of the catalogue; false when there is no such partner. */
    public boolean remove(String id, String author) {
        if (waiting.remove(id) && store.read(this::at).partner(id).isEmpty()) {
            return true;
        }
        CommitOutcome outcome = store.commit(author, "hub " + id + ": removed", writer -> {
            write(writer, id, List.of());
            Copies copies = new Copies(iris);
            for (Node document : List.copyOf(writer.documents())) {
                if (copies.partnerOf(document).filter(id::equals).isPresent()) {
                    writer.remove(document);
                }
            }
        });
        return outcome instanceof CommitOutcome.Committed;
    }

    private void write(Writer writer, String id, List<Triple> triples) {
        List<Triple> all = new ArrayList<>(writer.graph(graph.document()));
        if (all.isEmpty()) {
            all.addAll(graph.self());
        }
        all.removeIf(triple -> graph.isAbout(id, triple));
        all.addAll(triples);
        writer.replace(graph.document(), all);
    }

    private static org.apache.jena.graph.Graph asGraph(Iterable<Triple> triples) {
        org.apache.jena.graph.Graph copy = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
        triples.forEach(copy::add);
        return copy;
    }
}
