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

    @Override
    public Labels of(Node hub) {
        return names.getOrDefault(hub, Labels.NONE);
    }
}
