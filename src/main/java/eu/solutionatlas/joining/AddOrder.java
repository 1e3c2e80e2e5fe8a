package eu.solutionatlas.joining;

import eu.solutionatlas.control.Answer;
import eu.solutionatlas.control.Order;
import eu.solutionatlas.harvest.Discovered;
import eu.solutionatlas.harvest.Discovery;
import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.partner.Contact;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.partner.Register;
import eu.solutionatlas.rdf.Labels;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code hub add URL}: finds out what is there, and registers it. */
final class AddOrder {
    private static final String NO_ID = "hub";

    private final Partners partners;
    private final Discovery discovery;
    private final Clock clock;

    AddOrder(Partners partners, Discovery discovery, Clock clock) {
        this.partners = partners;
        this.discovery = discovery;
        this.clock = clock;
    }

    Answer obey(Order order) {
        Optional<URI> address = order.one("url").flatMap(AnnounceRoutes::parse);
        if (address.isEmpty()) {
            return Answer.misunderstood("Give the address of the hub, like https://atlas.example.org/");
        }
        Additions additions = Additions.of(order);
        if (!additions.wrong().isEmpty()) {
            return Answer.misunderstood(additions.wrong().toArray(String[]::new));
        }
        return switch (discovery.at(address.get(), new Cancel())) {
            case Discovered.Hub hub -> add(hub, additions);
            case Discovered.Nothing nothing -> addUnseen(address.get(), nothing, additions);
        };
    }

    /** Registers what was found. */
    Answer add(Discovered.Hub hub, Additions additions) {
        List<String> lines = new ArrayList<>(List.of("Found " + hub.kind() + "."));
        return register(Modest.of(hub.partner()), hub.suggestedSpaces(), additions, lines);
    }

    /** Nothing was found out; the operator may know better, as of a hub that is not up yet. */
    private Answer addUnseen(URI address, Discovered.Nothing nothing, Additions additions) {
        List<String> lines = new ArrayList<>(List.of("No hub was found there:"));
        nothing.tried().forEach(tried -> lines.add("  " + tried));
        if (additions.endpoint().isEmpty() && additions.dump().isEmpty()) {
            lines.add("If there is one all the same, say where it answers: --endpoint URL, --dump URL, or both.");
            return Answer.cannot(lines);
        }
        Partner unseen = new Partner(
                NO_ID,
                Labels.NONE,
                Optional.of(address.toString()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Contact.NONE,
                HubState.ANNOUNCED,
                Optional.empty());
        return register(unseen, List.of(), additions, lines);
    }

    private Answer register(Partner found, List<String> suggested, Additions additions, List<String> lines) {
        Register register = partners.now();
        Partner overridden = additions.apply(found, Optional.empty(), found.id());
        Optional<Partner> known = additions.id().flatMap(register::partner).or(() -> register.same(overridden));
        String id = additions.id().or(() -> known.map(Partner::id)).orElse(found.id());
        if (known.isEmpty() && register.partner(id).isPresent()) {
            lines.add("Another hub has the short name " + id + " already. Choose one: --id ID; with --id " + id
                    + " that hub is changed.");
            return Answer.invalid(lines);
        }
        Partner partner = additions.apply(found, known, id);
        List<String> missing = missing(partner, suggested);
        if (!missing.isEmpty()) {
            lines.addAll(HubLines.partner(partner));
            lines.add("It was not registered, since something is missing:");
            missing.forEach(one -> lines.add("  " + one));
            return Answer.invalid(lines);
        }
        return put(partner, known.isPresent(), lines);
    }

    private static List<String> missing(Partner partner, List<String> suggested) {
        List<String> missing = new ArrayList<>();
        if (partner.spaces().isEmpty()) {
            String guess = suggested.isEmpty()
                    ? "--space IRI"
                    : "--space " + suggested.getFirst() + ", if all of them do, as those that were seen";
            missing.add("how the IRIs of its entries begin: " + guess);
        }
        if (partner.name().isEmpty()) {
            missing.add("a name for people: --name TEXT@LANG, once in each language");
        }
        if (partner.regions().isEmpty()) {
            missing.add("the regions that it serves: --region NUTS, such as CZ051, once for each");
        }
        if (partner.endpoint().isEmpty() && partner.dump().isEmpty()) {
            missing.add("what can be asked or copied: --endpoint URL, --dump URL, or both");
        }
        return missing;
    }

    private Answer put(Partner partner, boolean known, List<String> lines) {
        return switch (partners.put(dated(partner), HubOrders.AUTHOR)) {
            case Partners.Outcome.Refused refused -> {
                lines.addAll(HubLines.partner(partner));
                lines.add("It was not registered: " + refused.reason() + ".");
                yield Answer.invalid(lines);
            }
            case Partners.Outcome.Done done -> {
                lines.addAll(HubLines.partner(done.partner()));
                lines.add(known ? "It was known; what is said of it is up to date now." : "Registered.");
                if (done.partner().isActive()) {
                    lines.add("Its entries are copied by itself; now: solution-atlas hub harvest " + partner.id());
                }
                yield Answer.done(lines);
            }
        };
    }

    private Partner dated(Partner partner) {
        return new Partner(
                partner.id(),
                partner.name(),
                partner.homepage(),
                partner.regions(),
                partner.spaces(),
                partner.endpoint(),
                partner.dump(),
                partner.changes(),
                partner.contact(),
                partner.state(),
                partner.since().or(() -> Optional.of(LocalDate.now(clock.withZone(ZoneOffset.UTC)))));
    }
}
