package eu.solutionatlas.solution;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.ListGraph;
import eu.solutionatlas.rdf.Lookup;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Listing;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;

/** {@code /solution}, {@code /solution/x} and {@code /id/solution/x}. */
public final class SolutionRoutes {
    private static final String LIST = "/solution";

    private final Store store;
    private final Documents documents;
    private final Solutions solutions;
    private final SolutionCards cards;
    private final SolutionDescriber describer;

    /** @param names of all that solutions link to */
    public SolutionRoutes(
            Store store,
            Documents documents,
            Solutions solutions,
            SolutionCards cards,
            Function<Snapshot, Names> names) {
        this.store = store;
        this.documents = documents;
        this.solutions = solutions;
        this.cards = cards;
        this.describer = new SolutionDescriber(documents.iris(), solutions, names);
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, "/id/solution/{slug}", this::thing);
        Routes.document(routes, LIST, Representation.WITHOUT_QUADS, this::list);
        Routes.documents(routes, LIST, Representation.ALL, this::document);
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

    private void list(Context ctx, Address address) {
        int page = Paging.number(ctx);
        Address list = Paging.address(address, page);
        documents.respond(
                ctx,
                list,
                Representation.WITHOUT_QUADS,
                (representation, reader) -> renderList(list.document(), page, representation, reader));
    }

    private Rendered renderList(Address list, int page, Representation representation, Reader reader) {
        if (representation.isHtml()) {
            Frame frame = documents.frame(list, Representation.WITHOUT_QUADS, reader);
            return store.read(snapshot -> {
                Listing listing = cards.all(snapshot, page, reader.language());
                Frame titled = frame.about(
                                frame.text("solutions.title"), frame.text("solutions.intro"), snapshot.version())
                        .paged(listing.paging());
                return new Rendered.Body(snapshot.version(), documents.page("solution/list.jte", titled, listing));
            });
        }
        return store.read(snapshot -> {
            List<SolutionEntry> all =
                    solutions.at(snapshot).all(reader.language().tag());
            List<SolutionEntry> part = Paging.of(page, all.size()).cut(all);
            Node name = NodeFactory.createURI(list.iri(documents.iris()));
            return new Rendered.Body(
                    snapshot.version(),
                    documents.data(ListGraph.of(part, ATLAS.Solution, DCTerms.title.asNode()), name, representation));
        });
    }
}
