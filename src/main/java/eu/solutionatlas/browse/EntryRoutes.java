package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Lookup;
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
        Routes.documents(routes, "/" + kind, Representation.ALL, this::document);
    }

    private void thing(Context ctx) {
        String slug = ctx.pathParam("slug");
        Node document = documents.iris().document(kind, slug);
        if (!Iris.isSlug(slug) || !reader.<Boolean>readData(snapshot -> snapshot.contains(document))) {
            throw new ProblemException(Problem.notFound("This hub knows no " + kind + " of that name."));
        }
        Routes.seeOther(ctx, document.getURI());
    }

    private void document(Context ctx, Address address) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, who) -> render(address.document(), representation, who));
    }

    private Rendered render(Address address, Representation representation, Reader who) {
        if (!Iris.isSlug(address.name())) {
            return new Rendered.Unknown();
        }
        Node document = documents.iris().document(kind, address.name());
        if (!representation.isHtml()) {
            return reader.readData(snapshot ->
                    documents.data(lookup(snapshot, document), snapshot.version(), document, representation));
        }
        Frame frame = documents.frame(address, Representation.ALL, who);
        return reader.readAnyway(view -> page(view, document, frame));
    }

    private Rendered page(CatalogueView view, Node document, Frame frame) {
        Rendered page = documents.page(
                lookup(view.snapshot(), document),
                view.version(),
                frame,
                graph -> documents.page(describer.describe(view, graph, document, frame), frame, view.version()));
        // What the search would add is missing yet: not a page to keep.
        return page instanceof Rendered.Body body && view.searching().isEmpty()
                ? new Rendered.Draft(body.version(), body.bytes())
                : page;
    }

    private static Lookup lookup(Snapshot snapshot, Node document) {
        return Lookup.of(snapshot.contains(document), snapshot.graph(document));
    }
}
