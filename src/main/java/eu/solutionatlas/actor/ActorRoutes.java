package eu.solutionatlas.actor;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Lookup;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** {@code /actor/x} and {@code /id/actor/x}. */
public final class ActorRoutes {
    private static final String PARENT = "/actor";

    /** The parameter that pages through what an actor uses, beside {@code page} for what it provides. */
    private static final String USED = "used";

    private final Store store;
    private final Documents documents;
    private final ActorDescriber describer;

    /** @param names of all that actors link to */
    public ActorRoutes(
            Store store,
            Documents documents,
            Actors actors,
            Function<Snapshot, Names> names,
            ActorSolutions provided,
            ActorSolutions used) {
        this.store = store;
        this.documents = documents;
        this.describer = new ActorDescriber(documents.iris(), actors, names, provided, used);
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, "/id/actor/{slug}", this::thing);
        Routes.documents(routes, PARENT, Representation.ALL, this::document);
    }

    private void thing(Context ctx) {
        String slug = ctx.pathParam("slug");
        Node document = documents.iris().document(Actors.KIND, slug);
        if (!Iris.isSlug(slug) || !store.<Boolean>read(snapshot -> snapshot.contains(document))) {
            throw new ProblemException(Problem.notFound("This hub knows no actor of that name."));
        }
        Routes.seeOther(ctx, document.getURI());
    }

    private void document(Context ctx, Address address) {
        int provided = Paging.number(ctx);
        int used = Paging.number(ctx, USED);
        Address part = Paging.address(Paging.address(address, provided), USED, used);
        documents.respond(
                ctx,
                part,
                Representation.ALL,
                (representation, reader) -> render(part.document(), provided, used, representation, reader));
    }

    private Rendered render(Address address, int provided, int used, Representation representation, Reader reader) {
        if (!Iris.isSlug(address.name())) {
            return new Rendered.Unknown();
        }
        Node document = documents.iris().document(Actors.KIND, address.name());
        if (representation.isHtml()) {
            Frame frame = documents.frame(address, Representation.ALL, reader);
            return store.read(snapshot -> documents.page(
                    lookup(snapshot, document),
                    snapshot.version(),
                    frame,
                    graph -> page(snapshot, graph, document, provided, used, frame)));
        }
        return store.read(
                snapshot -> documents.data(lookup(snapshot, document), snapshot.version(), document, representation));
    }

    private static Lookup lookup(Snapshot snapshot, Node document) {
        return Lookup.of(snapshot.contains(document), snapshot.graph(document));
    }

    private byte[] page(Snapshot snapshot, Graph graph, Node document, int provided, int used, Frame frame) {
        ActorPage page = describer.describe(snapshot, graph, document, provided, used, frame.language());
        Frame titled = frame.about(page.name().text(), "", snapshot.version());
        return documents.page("actor/page.jte", titled, page);
    }
}
