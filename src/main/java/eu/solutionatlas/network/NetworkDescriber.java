package eu.solutionatlas.network;

import eu.solutionatlas.browse.Catalogue;
import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.Shelves;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** Draws up what the pages of the network show. */
final class NetworkDescriber {
    private static final int SHOWN = 12;
    private static final String ANCHOR = "hub-";

    private final Iris iris;
    private final Partners partners;
    private final Shelves solutions;
    private final Shelves actors;
    private final HubRegions regions;
    private final HubStatuses statuses;

    NetworkDescriber(
            Iris iris, Partners partners, Shelves solutions, Shelves actors, HubRegions regions, HubStatuses statuses) {
        this.iris = iris;
        this.partners = partners;
        this.solutions = solutions;
        this.actors = actors;
        this.regions = regions;
        this.statuses = statuses;
    }

    /** Whether a hub was accepted: what merely asks to take part is nobody's page to read. */
    static boolean takesPart(Partner partner) {
        return partner.state() != HubState.ANNOUNCED;
    }

    NetworkPage network(CatalogueView view, Frame frame) {
        Linker linker = linker(view, frame);
        List<Partner> all = partners.at(view.snapshot()).all();
        List<Partner> taking = all.stream().filter(NetworkDescriber::takesPart).toList();
        Counts counts = new Counts(solutions.byHub(view.search()), actors.byHub(view.search()));
        List<Node> ownRegions = ownRegions(view);
        HubRow self = self(ownRegions, counts, linker, frame);
        List<HubRow> rows = new ArrayList<>(List.of(self));
        Map<HubMap.Served, List<Node>> served = new LinkedHashMap<>();
        served.put(new HubMap.Served(self.name(), ANCHOR + self.id(), true), ownRegions);
        for (Partner partner : taking) {
            HubRow row = row(partner, view, counts, linker);
            rows.add(row);
            served.put(new HubMap.Served(row.name(), ANCHOR + row.id(), false), partner.regions());
        }
        return new NetworkPage(
                rows, regions.map(view, served, frame.language()), all.size() - taking.size(), iris.base());
    }

    PartnerPage partner(CatalogueView view, Partner partner, Frame frame) {
        Linker linker = linker(view, frame);
        String id = partner.id();
        HubRow row =
                row(partner, view, new Counts(solutions.byHub(view.search()), actors.byHub(view.search())), linker);
        return new PartnerPage(
                partners.hub(id).getURI(),
                row,
                Linker.others(partner.name(), row.name()),
                elsewhere(partner.homepage()),
                partner.spaces(),
                new PartnerPage.Sources(
                        elsewhere(partner.endpoint()), elsewhere(partner.dump()), elsewhere(partner.changes())),
                partner.contact().role(),
                elsewhere(partner.contact().email().map(address -> "mailto:" + address)),
                partner.since(),
                copy(view, id).source(),
                solutions.cut(view.search(), Facet.HUB, id, SHOWN, linker),
                actors.cut(view.search(), Facet.HUB, id, SHOWN, linker),
                statuses.report(id));
    }

    ReportPage report(CatalogueView view, Partner partner, Frame frame) {
        return new ReportPage(
                linker(view, frame).to(partners.hub(partner.id())),
                statuses.status(partner.id()),
                statuses.report(partner.id()));
    }

    private Linker linker(CatalogueView view, Frame frame) {
        return new Linker(iris, view.vocabulary().names(), frame.language());
    }

    /** How many entries each hub has. */
    private record Counts(Map<String, Integer> solutions, Map<String, Integer> actors) {
        int solutionsOf(String hub) {
            return solutions.getOrDefault(hub, 0);
        }

        int actorsOf(String hub) {
            return actors.getOrDefault(hub, 0);
        }
    }

    private List<Node> ownRegions(CatalogueView view) {
        Node document = HubCopy.ownDocument(iris);
        return new Description(view.snapshot().graph(document), HubCopy.own(iris)).things(DCTerms.spatial);
    }

    private static HubRow self(List<Node> regions, Counts counts, Linker linker, Frame frame) {
        return new HubRow(
                Catalogue.THIS_HUB,
                new Label(frame.siteName(), frame.language().tag()),
                "/hub",
                linker.to(regions),
                HubRow.State.HERE,
                counts.solutionsOf(Catalogue.THIS_HUB),
                counts.actorsOf(Catalogue.THIS_HUB),
                Optional.empty(),
                Optional.empty(),
                HubStatus.NEVER_ASKED,
                false);
    }

    private HubRow row(Partner partner, CatalogueView view, Counts counts, Linker linker) {
        String id = partner.id();
        HubCopy copy = copy(view, id);
        HubStatus status = statuses.status(id);
        return new HubRow(
                id,
                partner.name().in(linker.language().tag(), id),
                "/hub/" + id,
                linker.to(partner.regions()),
                partner.state() == HubState.PAUSED ? HubRow.State.PAUSED : HubRow.State.ACTIVE,
                counts.solutionsOf(id),
                counts.actorsOf(id),
                copy.changed(),
                copy.version(),
                status,
                // Whatever has ended has a report. Not looked for here: there may be many hubs, and reports are long.
                status.outcome().isPresent());
    }

    private HubCopy copy(CatalogueView view, String id) {
        return HubCopy.of(view.snapshot().graph(iris.document("hub", id)), iris.document("hub", id));
    }

    private static List<Link> elsewhere(Optional<String> address) {
        return address.map(Link::elsewhere).stream().toList();
    }
}
