package eu.solutionatlas.network;

import eu.solutionatlas.browse.CatalogueReader;
import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.Shelves;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Page;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import eu.solutionatlas.web.TileMap;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * {@code /federation}, {@code /hub/x} and {@code /federation/report/x}. Pages show what changes without the data, so they
 * are made anew for everybody who asks.
 */
public final class NetworkRoutes {
    private static final List<Representation> REPORT = List.of(Representation.HTML, Representation.JSON);

    /** Draws all regions, shaded by a number for each. */
    @FunctionalInterface
    public interface Tiles {
        TileMap map(Scheme regions, Map<Node, Integer> counts, Language language);
    }

    private final CatalogueReader reader;
    private final Documents documents;
    private final Iris iris;
    private final Partners partners;
    private final HubStatuses statuses;
    private final NetworkDescriber describer;

    public NetworkRoutes(
            CatalogueReader reader,
            Documents documents,
            Partners partners,
            Shelves solutions,
            Shelves actors,
            Tiles tiles,
            HubStatuses statuses) {
        this.reader = reader;
        this.documents = documents;
        this.iris = documents.iris();
        this.partners = partners;
        this.statuses = statuses;
        this.describer = new NetworkDescriber(iris, partners, solutions, actors, new HubRegions(tiles), statuses);
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, "/federation", Representation.ALL, this::network);
        Routes.read(
                routes,
                "/id/federation",
                ctx -> Routes.seeOther(ctx, partners.document().getURI()));
        Routes.read(routes, "/id/hub/{hub}", this::thing);
        Routes.documents(routes, "/hub", Representation.WITHOUT_QUADS, this::hub);
        Routes.documents(routes, "/federation/report", REPORT, this::report);
    }

    private void network(Context ctx, Address address) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, who) ->
                        representation.isHtml() ? networkPage(address.document(), who) : register(representation));
    }

    private Rendered networkPage(Address address, Reader who) {
        Frame frame = documents.frame(address, Representation.ALL, who);
        return reader.read(view -> {
            NetworkPage model = describer.network(view, frame);
            Page page =
                    new Page("network/network.jte", frame.text("network.title"), frame.text("network.intro"), model);
            return draft(page, view, frame);
        });
    }

    private Rendered register(Representation representation) {
        return reader.readData(snapshot -> new Rendered.Body(
                snapshot.version(),
                documents.data(snapshot.graph(partners.document()), partners.document(), representation)));
    }

    /** A hub as a thing leads to our document about it. */
    private void thing(Context ctx) {
        String id = ctx.pathParam("hub");
        if (reader.readData(snapshot -> find(snapshot, id)).isEmpty()) {
            throw new ProblemException(Problem.notFound("There is no hub of that name in the register."));
        }
        Routes.seeOther(ctx, iris.document("hub", id).getURI());
    }

    private void hub(Context ctx, Address address) {
        String id = address.name();
        documents.respond(
                ctx,
                address,
                Representation.WITHOUT_QUADS,
                (representation, who) ->
                        representation.isHtml() ? hubPage(id, address.document(), who) : hubData(id, representation));
    }

    private Rendered hubPage(String id, Address address, Reader who) {
        Frame frame = documents.frame(address, Representation.WITHOUT_QUADS, who);
        return reader.read(view -> find(view.snapshot(), id)
                .map(partner -> {
                    PartnerPage model = describer.partner(view, partner, frame);
                    String title = model.hub().name().text();
                    Page page = new Page("network/hub.jte", title, frame.text("partner.about", title), model);
                    return draft(page, view, frame);
                })
                .orElse(new Rendered.Unknown()));
    }

    /** What the register says of the hub, and what we say of our copy. */
    private Rendered hubData(String id, Representation representation) {
        Node document = iris.document("hub", id);
        return reader.readData(snapshot -> find(snapshot, id)
                .<Rendered>map(partner -> {
                    Graph both = GraphFactory.createDefaultGraph();
                    Graph register = snapshot.graph(partners.document());
                    copy(register, partners.hub(id), both);
                    both.find(partners.hub(id), Node.ANY, Node.ANY)
                            .mapWith(triple -> triple.getObject())
                            .filterKeep(node -> node.isURI()
                                    && node.getURI()
                                            .startsWith(partners.document().getURI() + "#"))
                            .toList()
                            .forEach(contact -> copy(register, contact, both));
                    snapshot.graph(document).find().forEach(both::add);
                    return new Rendered.Body(snapshot.version(), documents.data(both, document, representation));
                })
                .orElse(new Rendered.Unknown()));
    }

    private static void copy(Graph from, Node subject, Graph to) {
        from.find(subject, Node.ANY, Node.ANY).forEach(to::add);
    }

    private void report(Context ctx, Address address) {
        String id = address.name();
        documents.respond(
                ctx,
                address,
                REPORT,
                (representation, who) ->
                        representation.isHtml() ? reportPage(id, address.document(), who) : reportData(id));
    }

    private Rendered reportPage(String id, Address address, Reader who) {
        Frame frame = documents.frame(address, REPORT, who);
        return reader.read(view -> find(view.snapshot(), id)
                .map(partner -> {
                    ReportPage model = describer.report(view, partner, frame);
                    String title =
                            frame.text("report.title", model.hub().label().text());
                    return draft(new Page("network/report.jte", title, "", model), view, frame);
                })
                .orElse(new Rendered.Unknown()));
    }

    private Rendered reportData(String id) {
        return reader.readData(snapshot -> find(snapshot, id)
                .flatMap(partner -> statuses.json(id))
                .<Rendered>map(json -> new Rendered.Draft(snapshot.version(), json))
                .orElse(new Rendered.Unknown()));
    }

    private Optional<Partner> find(Snapshot snapshot, String id) {
        return partners.at(snapshot).partner(id).filter(NetworkDescriber::takesPart);
    }

    private Rendered draft(Page page, CatalogueView view, Frame frame) {
        return new Rendered.Draft(view.version(), documents.page(page, frame, view.version()));
    }
}
