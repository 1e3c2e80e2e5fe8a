package eu.solutionatlas.harvest;

import eu.solutionatlas.partner.Contact;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.Labels;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Partners as they could be registered, from what was found out about them. */
final class Proposals {
    private static final String NO_SPACE =
            "how the IRIs of its entries begin, since it does not say so itself (void:uriSpace)";

    private Proposals() {}

    /** A hub that describes itself. */
    static Discovered described(URI address, SelfDescription description, List<Node> sample) {
        boolean atlas = description.changes().isPresent();
        Partner partner = new Partner(
                id(address),
                description.name(),
                description.homepage().or(() -> Optional.of(address.toString())),
                description.regions(),
                description.spaces(),
                description.endpoint(),
                description.dump(),
                description.changes(),
                Contact.NONE,
                HubState.ANNOUNCED,
                Optional.empty());
        return hub(partner, atlas ? "another Atlas" : "a hub of other software that describes itself", sample);
    }

    /** A SPARQL endpoint that says nothing of itself. */
    static Discovered endpoint(URI address, List<Node> sample) {
        return hub(
                plain(address, Optional.of(address.toString()), Optional.empty()),
                sample.isEmpty()
                        ? "a SPARQL endpoint, which shows no entries of class atlas:Solution or atlas:Actor"
                        : "a SPARQL endpoint with entries",
                sample);
    }

    /** A file of entries. */
    static Discovered file(URI address, List<Node> entries) {
        return hub(
                plain(address, Optional.empty(), Optional.of(address.toString())),
                "a file with " + entries.size() + " entries",
                entries);
    }

    private static Partner plain(URI address, Optional<String> endpoint, Optional<String> dump) {
        return new Partner(
                id(address),
                Labels.NONE,
                Optional.empty(),
                List.of(),
                List.of(),
                endpoint,
                dump,
                Optional.empty(),
                Contact.NONE,
                HubState.ANNOUNCED,
                Optional.empty());
    }

    private static Discovered hub(Partner partner, String kind, List<Node> sample) {
        List<String> missing = new ArrayList<>();
        if (partner.spaces().isEmpty()) {
            missing.add(NO_SPACE);
        }
        if (partner.name().isEmpty()) {
            missing.add("a name for people");
        }
        if (partner.regions().isEmpty()) {
            missing.add("the regions that it serves, as NUTS codes");
        }
        List<String> suggested =
                partner.spaces().isEmpty() ? Entries.space(sample).stream().toList() : List.of();
        return new Discovered.Hub(partner, kind, missing, suggested);
    }

    /** A short name from the host: "liberec" of atlas.liberec.example; the operator may choose another. */
    private static String id(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        String[] parts = host.split("\\.");
        boolean name = parts.length > 1 && !parts[parts.length - 1].matches("\\d+");
        String chosen = (name ? parts[parts.length - 2] : host).replaceAll("[^a-z0-9]+", "-");
        String clean = chosen.replaceAll("^-|-$", "");
        String numbered = address.getPort() > 0 && !name ? clean + "-" + address.getPort() : clean;
        return Partner.isId(numbered) ? numbered : "hub";
    }
}
