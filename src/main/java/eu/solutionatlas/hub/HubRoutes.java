package eu.solutionatlas.hub;

import eu.solutionatlas.browse.CatalogueReader;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Page;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import eu.solutionatlas.web.StructuredData;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
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
        Routes.document(routes, "/about", Representation.ALL, this::about);
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
            Page page = new Page("hub/home.jte", frame.siteName(), frame.text("home.intro"), inside, site(frame));
            return new Rendered.Body(view.version(), documents.page(page, frame, view.version()));
        });
    }

    private StructuredData site(Frame frame) {
        String base = documents.iris().base();
        return StructuredData.of("WebSite")
                .with("name", frame.siteName())
                .with("url", base)
                .with(
                        "potentialAction",
                        StructuredData.of("SearchAction")
                                .with("target", base + "solution?q={search_term_string}")
                                .with("query-input", "required name=search_term_string"));
    }

    /** About the data; who asks for data gets the description of the catalogue in DCAT. */
    private void about(Context ctx, Address address) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, who) ->
                        representation.isHtml() ? renderAbout(address.document(), who) : data(representation));
    }

    private Rendered renderAbout(Address address, Reader who) {
        Frame frame = documents.frame(address, Representation.ALL, who);
        return reader.read(view -> {
            Contents inside = contents.of(view, frame.language());
            Page page = new Page(
                    "hub/about.jte",
                    frame.text("about.title"),
                    frame.text("about.intro"),
                    inside,
                    dataset(frame, view.version()));
            return new Rendered.Body(view.version(), documents.page(page, frame, view.version()));
        });
    }

    /** The catalogue as search engines for data know it. */
    private StructuredData dataset(Frame frame, DataVersion version) {
        String base = documents.iris().base();
        return StructuredData.of("Dataset", base + "id/catalogue")
                .with("name", frame.text("home.title") + " · " + frame.siteName())
                .with("description", frame.text("about.description"))
                .with("url", frame.neutral())
                .with("license", frame.licence().iri())
                .with("version", Long.toString(version.number()))
                .with("dateModified", version.at().toString())
                .with(
                        "creator",
                        StructuredData.of("Organization", base + "id/hub").with("name", frame.siteName()))
                .withAll(
                        "distribution",
                        List.of(
                                download("application/n-quads", base + "dump/catalogue.nq.gz"),
                                download("text/turtle", base + "dump/catalogue.ttl.gz"),
                                download("text/csv", base + "solution.csv")));
    }

    private static StructuredData download(String mediaType, String iri) {
        return StructuredData.of("DataDownload")
                .with("encodingFormat", mediaType)
                .with("contentUrl", iri);
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
