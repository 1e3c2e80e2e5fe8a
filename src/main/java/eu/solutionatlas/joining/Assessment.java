package eu.solutionatlas.joining;

import eu.solutionatlas.harvest.Discovered;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides what becomes of what was found at an announced address. */
final class Assessment {
    private final Partners partners;
    private final int most;
    private final Clock clock;

    /** @param most announced hubs that the register keeps at a time */
    Assessment(Partners partners, int most, Clock clock) {
        this.partners = partners;
        this.most = most;
        this.clock = clock;
    }

    Verdict of(URI address, Discovered found) {
        return switch (found) {
            case Discovered.Nothing nothing -> new Verdict.NoHub(nothing.tried());
            case Discovered.Hub hub -> of(address, hub);
        };
    }

    private Verdict of(URI address, Discovered.Hub hub) {
        Partner modest = Modest.of(hub.partner());
        List<String> claimed = Stream.concat(modest.spaces().stream(), hub.suggestedSpaces().stream())
                .toList();
        // Another host's entries are nobody's to claim by a file of his own.
        List<String> own =
                claimed.stream().filter(space -> Spaces.isAt(space, address)).toList();
        Optional<Partner> decided = decided(own);
        if (decided.isPresent()) {
            return new Verdict.Known(decided.get().id());
        }
        List<String> missing = missing(modest, claimed, own, address);
        if (!missing.isEmpty()) {
            return new Verdict.Unfinished(missing, command(address, modest, own.isEmpty() ? claimed : own));
        }
        Partner proposal = with(modest, own);
        return switch (partners.announce(proposal, most)) {
            case Partners.Announced.Noted noted ->
                new Verdict.Noted(noted.partner().id());
            case Partners.Announced.Known known ->
                new Verdict.Known(known.partner().id());
            case Partners.Announced.Refused refused -> new Verdict.Refused(refused.reason());
        };
    }

    /** Only to say so before what is missing; in the end the register itself looks. */
    private Optional<Partner> decided(List<String> own) {
        return partners.now().all().stream()
                .filter(partner -> partner.state() != HubState.ANNOUNCED)
                .filter(partner -> partner.spaces().stream().anyMatch(own::contains))
                .findFirst();
    }

    private static List<String> missing(Partner hub, List<String> claimed, List<String> own, URI address) {
        List<String> missing = new ArrayList<>();
        if (own.isEmpty()) {
            missing.add(
                    claimed.isEmpty()
                            ? "it is not said how the IRIs of its entries begin (void:uriSpace)"
                            : "the IRIs of its entries begin with " + claimed.getFirst() + ", which is not at "
                                    + address.getHost() + ": whether it speaks for them, only a person can tell");
        }
        if (hub.name().isEmpty()) {
            missing.add("it does not say what it is called (dct:title)");
        }
        if (hub.regions().isEmpty()) {
            missing.add("it does not say which NUTS regions it serves (dct:spatial)");
        }
        if (hub.endpoint().isEmpty() && hub.dump().isEmpty()) {
            missing.add("it names neither an endpoint nor a dump whose address can be used");
        }
        return missing;
    }

    /** Quoted for a shell; none of the values has a quote in it. */
    private static String command(URI address, Partner hub, List<String> spaces) {
        StringBuilder command = new StringBuilder("solution-atlas hub add '" + address + "'");
        spaces.stream()
                .filter(Spaces::isSound)
                .limit(3)
                .forEach(space -> command.append(" --space '")
                        .append(space.replace("'", "%27"))
                        .append("'"));
        if (spaces.isEmpty()) {
            command.append(" --space IRI");
        }
        if (hub.name().isEmpty()) {
            command.append(" --name TEXT@LANG");
        }
        if (hub.regions().isEmpty()) {
            command.append(" --region NUTS");
        }
        return command.toString();
    }

    private Partner with(Partner hub, List<String> spaces) {
        return new Partner(
                hub.id(),
                hub.name(),
                hub.homepage(),
                hub.regions(),
                spaces.stream().distinct().toList(),
                hub.endpoint(),
                hub.dump(),
                hub.changes(),
                hub.contact(),
                hub.state(),
                Optional.of(LocalDate.now(clock.withZone(ZoneOffset.UTC))));
    }
}
