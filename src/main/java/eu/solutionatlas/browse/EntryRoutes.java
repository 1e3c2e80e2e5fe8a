package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Lookup;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** The documents of one kind of entries, such as {@code /solution/x}, and the things that they are about. */
public final class EntryRoutes {
    private final String kind;
    private final CatalogueReader reader;
    private final Documents documents;
    private final EntryDescriber describer;

    /** @param kind of the entries, which is the first part of their path */
    public EntryRoutes(String kind, CatalogueReader reader, Documents documents, EntryDescriber describer) {
        this.kind = kind;
        this.reader = reader;
        this.documents = documents;
        this.describer = describer;
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, "/id/" + kind + "/{slug}", this::thing);
        Routes.documents(
                routes,
                "/" + kind,
                Representation.ALL,
                (ctx, address) -> document(ctx, address, documents.iris().document(kind, address.name())));
        Routes.read(routes, "/hub/{hub}/" + kind + "/{name}", this::copy);
    }

    private void thing(Context ctx) {
        String slug = ctx.pathParam("slug");
        Node document = documents.iris().document(kind, slug);
        if (!Iris.isSlug(slug) || !reader.<Boolean>readData(snapshot -> snapshot.contains(document))) {
            throw new ProblemException(Problem.notFound("This hub knows no " + kind + " of that name."));
        }
        Routes.seeOther(ctx, document.getURI());
    }

    /** The document of an entry that was copied from a partner. */
    private void copy(Context ctx) {
        String hub = ctx.pathParam("hub");
        Address address = Address.of("/hub/" + hub + "/" + kind + "/", ctx.pathParam("name"), Representation.ALL);
        if (!Iris.isSlug(hub)) {
            throw new ProblemException(Problem.notFound("There is no hub of that name."));
        }
        document(ctx, address, Topic.copy(documents.iris(), hub, kind, address.name()));
    }

    private void document(Context ctx, Address address, Node document) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, who) -> render(address.document(), document, representation, who));
    }

    private Rendered render(Address address, Node document, Representation representation, Reader who) {
        if (!Iris.isSlug(address.name())) {
            return new Rendered.Unknown();
        }
        if (!representation.isHtml()) {
            return reader.readData(snapshot -> {
                Graph graph = snapshot.graph(document);
                Rendered data =
                        documents.data(lookup(snapshot, document), snapshot.version(), document, representation);
                return copied(data, Topic.of(documents.iris(), document, graph));
            });
        }
        Frame frame = documents.frame(address, Representation.ALL, who);
        return reader.readAnyway(view -> {
            Optional<Topic> topic =
                    Topic.of(documents.iris(), document, view.snapshot().graph(document));
            return topic.isEmpty() ? new Rendered.Unknown() : copied(page(view, topic.get(), frame), topic);
        });
    }

    /** A copy says where the original is. */
    private static Rendered copied(Rendered rendered, Optional<Topic> topic) {
        return topic.filter(known -> known.hub().isPresent())
                .<Rendered>map(known -> new Rendered.Copy(rendered, Origin.original(known)))
                .orElse(rendered);
    }

    private Rendered page(CatalogueView view, Topic topic, Frame plain) {
        Frame frame = topic.hub().isPresent() ? plain.copyOf(Origin.original(topic)) : plain;
        Rendered page = documents.page(
                lookup(view.snapshot(), topic.document()),
                view.version(),
                frame,
                graph -> documents.page(describer.describe(view, graph, topic, frame), frame, view.version()));
        // What the search would add is missing yet: not a page to keep.
        return page instanceof Rendered.Body body && view.searching().isEmpty()
                ? new Rendered.Draft(body.version(), body.bytes())
                : page;
    }

    private static Lookup lookup(Snapshot snapshot, Node document) {
        return Lookup.of(snapshot.contains(document), snapshot.graph(document));
    }
}
