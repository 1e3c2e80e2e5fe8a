package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.search.Answer;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** A list of the catalogue with its search and facets, as page and as data. */
public final class ListRoutes {
    private final Catalogue catalogue;
    /** Lists of up to so many entries are kept like any other document. */
    private static final int KEPT = 2_000;

    private static final int STREAMS_AT_ONCE = 16;

    /** After half a minute, a hundred entries a second: who is slower is cut off, without a proper end of the message. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final Duration EACH = Duration.ofMillis(10);

    private final CatalogueReader reader;
    private final Documents documents;
    private final Semaphore streams = new Semaphore(STREAMS_AT_ONCE);

    public ListRoutes(Catalogue catalogue, CatalogueReader reader, Documents documents) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.documents = documents;
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, catalogue.path(), Representation.LIST, this::list);
    }

    private void list(Context ctx, Address address) {
        Selection asked = Selection.read(ctx, catalogue);
        documents.respond(ctx, asked.address(address), Representation.LIST, (representation, who) -> {
            if (representation.isHtml()) {
                Address list = asked.address(address.document());
                Frame frame = documents.frame(list, Representation.LIST, who);
                return reader.read(view -> page(asked, view, frame));
            }
            Selection whole = asked.whole();
            Frame frame = documents.frame(whole.address(address.document()), Representation.LIST, who);
            return data(whole, asked.page(), representation, frame);
        });
    }

    private Rendered page(Selection selection, CatalogueView view, Frame frame) {
        require(selection, view);
        Session session = view.search();
        Answer answer = session.answer(
                selection.question(frame.language().tag()), (selection.page() - 1) * Paging.SIZE, Paging.SIZE);
        Linker linker = new Linker(documents.iris(), view.vocabulary().names(), frame.language());
        ListPage page = new ListDescriber(session).describe(selection, answer, view.vocabulary(), linker, frame);
        Frame titled = frame.about(
                        title(selection, frame),
                        catalogue.kind().equals("actor") ? frame.text("actors.intro") : frame.text("solutions.intro"),
                        view.version())
                .paged(page.listing().paging());
        return new Rendered.Body(view.version(), documents.page("browse/list.jte", titled, page));
    }

    private String title(Selection selection, Frame frame) {
        String title = catalogue.kind().equals("actor") ? frame.text("actors.title") : frame.text("solutions.title");
        return selection.text().isEmpty() ? title : frame.text("list.found", selection.text(), title);
    }

    /**
     * The whole list, whatever its length: kept when it is short, written while it is sent when it is not.
     *
     * @param page of the feed, which alone has pages
     */
    private Rendered data(Selection selection, int page, Representation representation, Frame frame) {
        Names lasting = reader.read(view -> {
            require(selection, view);
            return view.vocabulary().lasting();
        });
        Session session = reader.search();
        boolean handedOver = false;
        try {
            ListData data = new ListData(selection, session, lasting, documents);
            Frame titled = frame.about(title(selection, frame), "", session.version());
            if (representation.equals(Representation.ATOM)) {
                byte[] feed = data.feed(titled.title(), frame.address(), titled, page);
                return new Rendered.Body(session.version(), feed);
            }
            if (session.count(selection.question(frame.language().tag())) <= KEPT) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                data.write(representation, titled, out, pace());
                return new Rendered.Body(session.version(), out.toByteArray());
            }
            if (!streams.tryAcquire()) {
                throw new ProblemException(Problem.of(
                                503,
                                "busy",
                                "Too busy",
                                "Several long lists are being sent just now. Try again soon, or take the dump.")
                        .withHeader("Retry-After", "10"));
            }
            handedOver = true;
            return new Rendered.Streamed(
                    session.version(), out -> data.write(representation, titled, out, pace()), () -> {
                        streams.release();
                        session.close();
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!handedOver) {
                session.close();
            }
        }
    }

    private static Pace pace() {
        return new Pace(FIRST, EACH, System::nanoTime);
    }

    /** A value that nothing stands behind is a mistyped address, not a list that happens to be empty. */
    private void require(Selection selection, CatalogueView view) {
        selection
                .chosen()
                .forEach((key, values) -> values.forEach(value -> {
                    if (!isKnown(key, value, view)) {
                        throw new ProblemException(
                                Problem.notFound("There is no " + key.parameter() + " " + value + " to filter by."));
                    }
                }));
    }

    private boolean isKnown(FacetKey key, String value, CatalogueView view) {
        if (key == FacetKey.HUB && value.equals(Catalogue.THIS_HUB)) {
            return true;
        }
        boolean stands = key == FacetKey.HUB || key.concept(value).isPresent();
        return stands
                ? view.vocabulary()
                        .thing(key, value, documents.iris())
                        .filter(thing -> !view.vocabulary().names().of(thing).isEmpty())
                        .isPresent()
                // Entries that link to one that was removed can still be found by it.
                : key.document(value, documents.iris())
                        .map(view.snapshot()::contains)
                        .orElse(true);
    }
}
