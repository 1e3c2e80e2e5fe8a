package eu.solutionatlas.solution;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Lookup;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
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
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** {@code /solution/x} and {@code /id/solution/x}. */
public final class SolutionRoutes {
    private static final String PARENT = "/solution";

    private final Store store;
    private final Documents documents;
    private final SolutionDescriber describer;

    /** @param names of all that solutions link to */
    public SolutionRoutes(Store store, Documents documents, Solutions solutions, Function<Snapshot, Names> names) {
        this.store = store;
        this.documents = documents;
        this.describer = new SolutionDescriber(documents.iris(), solutions, names);
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, "/id/solution/{slug}", this::thing);
        Routes.documents(routes, PARENT, Representation.ALL, this::document);
    }

    private void thing(Context ctx) {
        String slug = ctx.pathParam("slug");
        Node document = documents.iris().document(Solutions.KIND, slug);
        if (!Iris.isSlug(slug) || !store.<Boolean>read(snapshot -> snapshot.contains(document))) {
            throw new ProblemException(Problem.notFound("This hub knows no solution of that name."));
        }
        Routes.seeOther(ctx, document.getURI());
    }

    private void document(Context ctx, Address address) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, reader) -> render(address.document(), representation, reader));
    }

    private Rendered render(Address address, Representation representation, Reader reader) {
        if (!Iris.isSlug(address.name())) {
            return new Rendered.Unknown();
        }
        Node document = documents.iris().document(Solutions.KIND, address.name());
        if (representation.isHtml()) {
            Frame frame = documents.frame(address, Representation.ALL, reader);
            return store.read(snapshot -> documents.page(
                    lookup(snapshot, document),
                    snapshot.version(),
                    frame,
                    graph -> page(snapshot, graph, document, frame)));
        }
        return store.read(
                snapshot -> documents.data(lookup(snapshot, document), snapshot.version(), document, representation));
    }

    private static Lookup lookup(Snapshot snapshot, Node document) {
        return Lookup.of(snapshot.contains(document), snapshot.graph(document));
    }

    private byte[] page(Snapshot snapshot, Graph graph, Node document, Frame frame) {
        SolutionPage page = describer.describe(snapshot, graph, document, frame.language());
        Frame titled = frame.about(
                page.title().text(),
                page.summary().map(summary -> summary.text()).orElse(""),
                snapshot.version());
        return documents.page("solution/page.jte", titled, page);
    }
}
