package eu.solutionatlas.joining;

import eu.solutionatlas.control.Answer;
import eu.solutionatlas.control.Order;
import eu.solutionatlas.harvest.Discovery;
import eu.solutionatlas.harvest.HarvestState;
import eu.solutionatlas.harvest.Harvester;
import eu.solutionatlas.harvest.Harvests;
import eu.solutionatlas.harvest.Result;
import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the operator can do with the register. */
public final class HubOrders {
    /** Whom the journal names. */
    static final String AUTHOR = "operator";

    private final Store store;
    private final Iris iris;
    private final Partners partners;
    private final Harvester harvester;
    private final Harvests harvests;
    private final Supplier<List<String>> unfinished;
    private final AddOrder add;

    /** @param unfinished announcements that the operator has to add something to, a line each */
    public HubOrders(
            Store store,
            Iris iris,
            Partners partners,
            Discovery discovery,
            Harvester harvester,
            Harvests harvests,
            Supplier<List<String>> unfinished,
            Clock clock) {
        this.store = store;
        this.iris = iris;
        this.partners = partners;
        this.harvester = harvester;
        this.harvests = harvests;
        this.unfinished = unfinished;
        this.add = new AddOrder(partners, discovery, clock);
    }

    public Answer obey(Order order) {
        return switch (order.command()) {
            case "list" -> list();
            case "add" -> add.obey(order);
            case "accept" -> withHub(order, hub -> accept(hub, order.one("as")));
            case "pause" -> withHub(order, this::pause);
            case "resume" -> withHub(order, this::resume);
            case "remove" -> withHub(order, this::remove);
            case "harvest" -> withHub(order, hub -> harvest(hub, order.has("accept-held")));
            default -> Answer.misunderstood("There is no order '" + order.command() + "'.");
        };
    }

    private Answer list() {
        Copies copies = new Copies(iris);
        Map<String, Long> entries = store.read(snapshot -> snapshot.documents()
                .filter(document -> copies.kindOf(document).isPresent())
                .flatMap(document -> copies.partnerOf(document).stream())
                .collect(Collectors.groupingBy(hub -> hub, Collectors.counting())));
        List<String> lines = new ArrayList<>();
        for (Partner partner : partners.now().all()) {
            lines.addAll(
                    HubLines.partner(partner, entries.getOrDefault(partner.id(), 0L), harvester.state(partner.id())));
        }
        if (lines.isEmpty()) {
            lines.add("There are no partner hubs. 'solution-atlas hub add URL' adds one.");
        }
        List<String> others = unfinished.get();
        if (!others.isEmpty()) {
            lines.add("Announced, and not in the register, since something is missing or doubtful:");
            others.forEach(other -> lines.add("  " + other));
        }
        return Answer.done(lines);
    }

    @FunctionalInterface
    private interface HubOrder {
        Answer obey(Partner hub);
    }

    private Answer withHub(Order order, HubOrder what) {
        Optional<String> id = order.one("id");
        Optional<Partner> hub = id.flatMap(partners.now()::partner);
        return hub.map(what::obey)
                .orElseGet(() -> Answer.cannot("There is no hub " + id.orElse("without a name")
                        + " in the register; 'solution-atlas hub list' shows those there are."));
    }

    private Answer accept(Partner hub, Optional<String> name) {
        if (hub.state() != HubState.ANNOUNCED) {
            String before =
                    hub.id() + " was accepted before; it is " + hub.state().code() + ".";
            return name.isPresent()
                    ? Answer.cannot(before + " Its short name stays, since its copies stand below it.")
                    : Answer.done(before);
        }
        if (name.isPresent() && !Partner.isId(name.get())) {
            return Answer.misunderstood("--as " + Additions.noId(name.get()));
        }
        return switch (partners.accept(hub.id(), name, AUTHOR)) {
            case Partners.Outcome.Refused refused -> Answer.cannot("It was not accepted: " + refused.reason() + ".");
            case Partners.Outcome.Done done -> {
                List<String> lines = new ArrayList<>(HubLines.partner(done.partner()));
                lines.add("Accepted; its entries are copied by itself.");
                yield Answer.done(lines);
            }
        };
    }

    private Answer pause(Partner hub) {
        return hub.state() == HubState.ANNOUNCED
                ? Answer.cannot(hub.id() + " waits to be accepted, or removed.")
                : become(
                        hub.id(),
                        HubState.ACTIVE,
                        HubState.PAUSED,
                        "Paused: it is neither asked nor copied; its copy stays.");
    }

    private Answer resume(Partner hub) {
        return hub.state() == HubState.ANNOUNCED
                ? Answer.cannot(hub.id() + " waits to be accepted: solution-atlas hub accept " + hub.id())
                : become(hub.id(), HubState.PAUSED, HubState.ACTIVE, "Resumed; it is asked and copied again.");
    }

    private Answer become(String id, HubState from, HubState to, String words) {
        List<String> lines = new ArrayList<>();
        partners.change(id, hub -> hub.state() == from ? hub.in(to) : hub, AUTHOR)
                .ifPresent(hub -> lines.addAll(HubLines.partner(hub)));
        lines.add(lines.isEmpty() ? "It was removed meanwhile." : words);
        return Answer.done(lines);
    }

    private Answer remove(Partner hub) {
        return partners.remove(hub.id(), AUTHOR)
                ? Answer.done(hub.id() + " was removed, and the copy of its entries with it.")
                : Answer.cannot(hub.id() + " was removed meanwhile.");
    }

    private Answer harvest(Partner hub, boolean acceptHeld) {
        if (!hub.isActive()) {
            return Answer.cannot(hub.id() + " is " + hub.state().code() + ", so it is not copied: solution-atlas hub "
                    + (hub.state() == HubState.ANNOUNCED ? "accept " : "resume ") + hub.id());
        }
        try {
            HarvestState state = harvests.await(hub.id(), acceptHeld).get();
            List<String> lines = HubLines.harvest(hub.id(), state, harvester.report(hub.id()), iris);
            return switch (state.result().orElse(Result.FAILED)) {
                case TAKEN, UNCHANGED -> Answer.done(lines);
                case HELD -> Answer.invalid(lines);
                case FAILED -> Answer.cannot(lines);
            };
        } catch (CancellationException e) {
            return Answer.cannot("The harvest was given up: the hub stops, or the partner was paused or removed.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the harvest of " + hub.id() + " could not be awaited", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.cannot("The hub stops; the harvest will be done after its next start.");
        }
    }
}
