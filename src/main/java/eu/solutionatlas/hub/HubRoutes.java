package eu.solutionatlas.hub;

import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import org.apache.jena.graph.Graph;

/** {@code /}, {@code /hub}, {@code /id/hub} and {@code /id/catalogue}. */
public final class HubRoutes {
    private final Store store;
    private final Documents documents;
    private final Hub hub;
    private final Contents.Source contents;
    private final HubDescriber describer;

    /** @param names of the regions that the hub is there for */
    public HubRoutes(
            Store store, Documents documents, Hub hub, Contents.Source contents, Function<Snapshot, Names> names) {
        this.store = store;
        this.documents = documents;
        this.hub = hub;
        this.contents = contents;
        this.describer = new HubDescriber(documents.iris(), hub, names);
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
                """.formatted(documents.iris().base()));
    }

    /** The front page; who asks for data gets the description of the hub and its catalogue. */
    private void home(Context ctx, Address address) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, reader) ->
                        representation.isHtml() ? renderHome(address, reader) : data(representation));
    }

    private Rendered renderHome(Address address, Reader reader) {
        Frame frame = documents.frame(address, Representation.ALL, reader);
        return store.read(snapshot -> {
            Contents inside = contents.of(snapshot, reader.language());
            Frame titled = frame.about(frame.siteName(), frame.text("home.intro"), snapshot.version());
            return new Rendered.Body(snapshot.version(), documents.page("hub/home.jte", titled, inside));
        });
    }

    private void hub(Context ctx, Address address) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, reader) ->
                        representation.isHtml() ? renderHub(address.document(), reader) : data(representation));
    }

    private Rendered renderHub(Address address, Reader reader) {
        Frame frame = documents.frame(address, Representation.ALL, reader);
        return store.read(snapshot -> {
            Graph graph = snapshot.graph(hub.document());
            if (graph.isEmpty()) {
                return new Rendered.Unknown();
            }
            HubPage page = describer.describe(snapshot, graph, reader.language());
            Frame titled = frame.about(frame.text("hub.title"), "", snapshot.version());
            return new Rendered.Body(snapshot.version(), documents.page("hub/hub.jte", titled, page));
        });
    }

    private Rendered data(Representation representation) {
        return store.read(snapshot -> {
            Graph graph = snapshot.graph(hub.document());
            return graph.isEmpty()
                    ? new Rendered.Unknown()
                    : new Rendered.Body(snapshot.version(), documents.data(graph, hub.document(), representation));
        });
    }
}
