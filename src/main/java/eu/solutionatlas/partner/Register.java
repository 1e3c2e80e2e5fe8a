package eu.solutionatlas.partner;

import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** The register of hubs at one data version, in the order of their short names. */
public final class Register implements Names {
    /** No partner at all. */
    public static final Register EMPTY = new Register(List.of(), Map.of());

    /** Room for a hyphen and a number at the end of a short name. */
    private static final int NUMBER = 6;

    private final Map<String, Partner> byId = new LinkedHashMap<>();
    private final Map<Node, Labels> names;

    /** @param names of the hubs, by their IRIs */
    Register(Collection<Partner> partners, Map<Node, Labels> names) {
        partners.stream().sorted(Comparator.comparing(Partner::id)).forEach(partner -> byId.put(partner.id(), partner));
        this.names = Map.copyOf(names);
    }

    /** All partners, whatever their state. */
    public List<Partner> all() {
        return List.copyOf(byId.values());
    }

    /** Those that are asked and copied. */
    public List<Partner> active() {
        return byId.values().stream().filter(Partner::isActive).toList();
    }

    public Optional<Partner> partner(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Who speaks for a thing. */
    public Optional<Partner> ownerOf(String iri) {
        return byId.values().stream().filter(partner -> partner.speaksFor(iri)).findFirst();
    }

    /** Why this partner cannot stand beside the others, in words; empty when it can. */
    Optional<String> conflict(Partner newcomer, String ownBase) {
        Stream<String> taken = Stream.concat(
                Stream.of(ownBase),
                byId.values().stream()
                        .filter(partner -> !partner.id().equals(newcomer.id()))
                        .flatMap(partner -> partner.spaces().stream()));
        return taken.flatMap(space -> newcomer.spaces().stream()
                        .filter(own -> own.startsWith(space) || space.startsWith(own))
                        .map(own -> "its IRIs begin with " + own + ", which overlaps with " + space + " of "
                                + (space.equals(ownBase)
                                        ? "this hub"
                                        : ownerOf(space).map(Partner::id).orElse("another"))
                                + ": two hubs cannot speak for the same entry"))
                .findFirst();
    }

    /** A partner that a description is of, whatever it is called in it: they have a space in common, or what is asked. */
    public Optional<Partner> same(Partner other) {
        return byId.values().stream()
                .filter(partner -> partner.spaces().stream().anyMatch(other.spaces()::contains)
                        || isShared(partner.endpoint(), other.endpoint())
                        || isShared(partner.dump(), other.dump()))
                .findFirst();
    }

    private static boolean isShared(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }

    /** What comes of letting in a hub, under a short name that no other has. */
    Partners.Outcome accepted(String id, String name) {
        Optional<Partner> waiting = partner(id).filter(partner -> partner.state() == HubState.ANNOUNCED);
        if (waiting.isEmpty()) {
            return new Partners.Outcome.Refused(id + " does not wait to be accepted any more");
        }
        if (!name.equals(id) && byId.containsKey(name)) {
            return new Partners.Outcome.Refused("another hub has the short name " + name + " already");
        }
        return new Partners.Outcome.Done(waiting.get().named(name).in(HubState.ACTIVE));
    }

    /** What comes of a hub's wish to take part. */
    Partners.Announced announced(Partner proposal, String ownBase, int most) {
        // By what it speaks for alone: anybody can name another's endpoint, and would then be taken for that hub.
        Optional<Partner> known = byId.values().stream()
                .filter(partner -> partner.spaces().stream().anyMatch(proposal.spaces()::contains))
                .findFirst();
        if (known.isPresent() && known.get().state() != HubState.ANNOUNCED) {
            return new Partners.Announced.Known(known.get());
        }
        Partner named = proposal.named(known.map(Partner::id).orElseGet(() -> free(proposal.id())));
        Optional<String> conflict = named.flaw().or(() -> conflict(named, ownBase));
        if (conflict.isPresent()) {
            return new Partners.Announced.Refused(conflict.get());
        }
        long waiting = byId.values().stream()
                .filter(partner -> partner.state() == HubState.ANNOUNCED)
                .count();
        return known.isEmpty() && waiting >= most
                ? new Partners.Announced.Refused(
                        "as many hubs as can be kept wait for the operator's decision already; try again another day")
                : new Partners.Announced.Noted(named);
    }

    private String free(String id) {
        String shortened = id.substring(0, Math.min(id.length(), Partner.MAX_ID - NUMBER));
        int number = 2;
        String free = id;
        while (byId.containsKey(free)) {
            free = shortened.replaceAll("-$", "") + "-" + number++;
        }
        return free;
    }

    @Override
    public Labels of(Node hub) {
        return names.getOrDefault(hub, Labels.NONE);
    }
}
