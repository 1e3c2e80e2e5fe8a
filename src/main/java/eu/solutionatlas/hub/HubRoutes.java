package eu.solutionatlas.hub;

import eu.solutionatlas.browse.CatalogueReader;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Page;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.apache.jena.graph.Graph;

/** {@code /}, {@code /hub}, {@code /id/hub} and {@code /id/catalogue}. */
public final class HubRoutes {
    private final CatalogueReader reader;
    private final Documents documents;
    private final Hub hub;
    private final Contents.Source contents;
    private final HubDescriber describer;

    public HubRoutes(CatalogueReader reader, Documents documents, Hub hub, Contents.Source contents) {
        this.reader = reader;
        this.documents = documents;
        this.hub = hub;
        this.contents = contents;
        this.describer = new HubDescriber(hub);
    }

    public void addTo(RoutesConfig routes) {
        Address home = new Address("/");
        Routes.read(routes, "/", ctx -> home(ctx, home));
        Routes.document(routes, "/hub", Representation.ALL, this::hub);
        // The catalogue is described in the hub's document.
        Routes.read(
                routes, "/id/hub", ctx -> Routes.seeOther(ctx, hub.document().getURI()));
        Routes.read(
                routes,
                "/id/catalogue",
                ctx -> Routes.seeOther(ctx, hub.document().getURI()));
        Routes.read(routes, "/robots.txt", this::robots);
    }

    /** Sends those who want everything to the dump, and keeps crawlers out of what has no end (RFC 9309). */
    private void robots(Context ctx) {
        ctx.contentType("text/plain; charset=utf-8");
        ctx.header("Cache-Control", "public, max-age=86400");
        ctx.result("""
                # All of this is open data. Who wants the whole of it is better served by one file:
                # %1$sdump/catalogue.nq.gz
                User-agent: *
                Disallow: /sparql
                Disallow: /data
                Disallow: /solution?
                Disallow: /actor?
                Disallow: /suggest
                Sitemap: %1$ssitemap.xml
                """.formatted(documents.iris().base()));
    }

    /** The front page; who asks for data gets the description of the hub and its catalogue. */
    private void home(Context ctx, Address address) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, who) -> representation.isHtml() ? renderHome(address, who) : data(representation));
    }

    private Rendered renderHome(Address address, Reader who) {
        Frame frame = documents.frame(address, Representation.ALL, who);
        return reader.read(view -> {
            Contents inside = contents.of(view, frame.language());
            Page page = new Page("hub/home.jte", frame.siteName(), frame.text("home.intro"), inside);
            return new Rendered.Body(view.version(), documents.page(page, frame, view.version()));
        });
    }

    private void hub(Context ctx, Address address) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, who) ->
                        representation.isHtml() ? renderHub(address.document(), who) : data(representation));
    }

    private Rendered renderHub(Address address, Reader who) {
        Frame frame = documents.frame(address, Representation.ALL, who);
        return reader.readAnyway(view -> {
            Graph graph = view.snapshot().graph(hub.document());
            if (graph.isEmpty()) {
                return new Rendered.Unknown();
            }
            Linker linker = new Linker(documents.iris(), view.vocabulary().names(), frame.language());
            HubPage model = describer.describe(view.snapshot(), graph, linker);
            Page page = new Page("hub/hub.jte", frame.text("hub.title"), "", model);
            return new Rendered.Body(view.version(), documents.page(page, frame, view.version()));
        });
    }

    private Rendered data(Representation representation) {
        return reader.readData(snapshot -> {
            Graph graph = snapshot.graph(hub.document());
            return graph.isEmpty()
                    ? new Rendered.Unknown()
                    : new Rendered.Body(snapshot.version(), documents.data(graph, hub.document(), representation));
        });
    }
}
