package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.ListGraph;
import eu.solutionatlas.rdf.Listed;
import eu.solutionatlas.search.Answer;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.search.SearchIndex;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** A list of the catalogue with its search and facets, as page and as data. */
public final class ListRoutes {
    private final Catalogue catalogue;
    private final Store store;
    private final Documents documents;
    private final SearchIndex search;
    private final Function<Snapshot, Vocabulary> vocabularies;

    public ListRoutes(
            Catalogue catalogue,
            Store store,
            Documents documents,
            SearchIndex search,
            Function<Snapshot, Vocabulary> vocabularies) {
        this.catalogue = catalogue;
        this.store = store;
        this.documents = documents;
        this.search = search;
        this.vocabularies = vocabularies;
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, catalogue.path(), Representation.WITHOUT_QUADS, this::list);
    }

    private void list(Context ctx, Address address) {
        Selection selection = Selection.read(ctx, catalogue);
        Address list = selection.address(address);
        documents.respond(
                ctx,
                list,
                Representation.WITHOUT_QUADS,
                (representation, reader) -> render(selection, list.document(), representation, reader));
    }

    private Rendered render(Selection selection, Address list, Representation representation, Reader reader) {
        Vocabulary vocabulary = store.read(vocabularies);
        selection.chosen().forEach((key, values) -> require(vocabulary, key, values));
        try (Session session = search.session()) {
            Answer answer = session.answer(
                    selection.question(reader.language().tag()), (selection.page() - 1) * Paging.SIZE, Paging.SIZE);
            Paging.of(selection.page(), answer.total());
            byte[] body = representation.isHtml()
                    ? page(selection, list, session, answer, vocabulary, reader)
                    : data(list, answer, representation);
            return new Rendered.Body(session.version(), body);
        } catch (SearchIndex.NotReady e) {
            throw new ProblemException(Problem.of(
                            503, "search-not-ready", "Not ready yet", "The search is being made ready. Try again soon.")
                    .withHeader("Retry-After", "5"));
        }
    }

    private byte[] data(Address list, Answer answer, Representation representation) {
        List<Found> found = answer.hits().stream().map(Found::new).toList();
        Node name = NodeFactory.createURI(list.iri(documents.iris()));
        return documents.data(ListGraph.of(found, catalogue.type(), catalogue.title()), name, representation);
    }

    private byte[] page(
            Selection selection, Address list, Session session, Answer answer, Vocabulary vocabulary, Reader reader) {
        Frame frame = documents.frame(list, Representation.WITHOUT_QUADS, reader);
        Linker linker = new Linker(documents.iris(), vocabulary.names(), reader.language());
        ListPage page = new ListDescriber(session).describe(selection, answer, vocabulary, linker, frame);
        boolean actors = catalogue.kind().equals("actor");
        String title = actors ? frame.text("actors.title") : frame.text("solutions.title");
        Frame titled = frame.about(
                        selection.text().isEmpty() ? title : frame.text("list.found", selection.text(), title),
                        actors ? frame.text("actors.intro") : frame.text("solutions.intro"),
                        session.version())
                .paged(page.listing().paging());
        return documents.page("browse/list.jte", titled, page);
    }

    /** A value that no concept stands behind is a mistyped address, not a list that happens to be empty. */
    private static void require(Vocabulary vocabulary, FacetKey key, SortedSet<String> values) {
        for (String value : values) {
            boolean known = key.concept(value)
                    .map(concept -> !vocabulary.names().of(concept).isEmpty())
                    .orElse(true);
            if (!known) {
                throw new ProblemException(
                        Problem.notFound("There is no " + key.parameter() + " " + value + " to filter by."));
            }
        }
    }

    /** A hit as an entry of a list. */
    private record Found(Hit hit) implements Listed {
        @Override
        public Node thing() {
            return hit.thing();
        }

        @Override
        public Labels title() {
            return hit.title();
        }

        @Override
        public Collection<Node> links() {
            return hit.marks();
        }
    }
}
