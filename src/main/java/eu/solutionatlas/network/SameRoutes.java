package eu.solutionatlas.network;

import eu.solutionatlas.browse.CatalogueReader;
import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.Origin;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** {@code /federation/same}: what is probably the same in two hubs, for people to decide. */
public final class SameRoutes {
    private static final String PATH = "/federation/same";

    private final CatalogueReader reader;
    private final Documents documents;
    private final Proposals proposals;

    public SameRoutes(CatalogueReader reader, Documents documents) {
        this.reader = reader;
        this.documents = documents;
        this.proposals = new Proposals(documents.iris());
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, PATH, Representation.WITHOUT_QUADS, this::same);
    }

    private void same(Context ctx, Address address) {
        int number = Paging.number(ctx);
        documents.respond(
                ctx,
                Paging.address(address, number),
                Representation.WITHOUT_QUADS,
                (representation, who) -> representation.isHtml()
                        ? page(Paging.address(address.document(), number), number, who)
                        : data(address.document(), representation));
    }

    private Rendered page(Address address, int number, Reader who) {
        Frame frame = documents.frame(address, Representation.WITHOUT_QUADS, who);
        return reader.read(view -> {
            Proposals.Found found = proposals.of(view.search());
            List<Proposal> all = found.best();
            Paging paging = Paging.of(number, all.size());
            Linker linker = new Linker(documents.iris(), view.vocabulary().names(), frame.language());
            List<SamePage.Pair> pairs = all.stream()
                    .skip((long) (number - 1) * Paging.SIZE)
                    .limit(Paging.SIZE)
                    .map(proposal -> new SamePage.Pair(
                            side(proposal.one(), view, linker),
                            side(proposal.other(), view, linker),
                            proposal.reasons()))
                    .toList();
            Frame titled = frame.about(frame.text("same.title"), frame.text("same.intro"), view.version())
                    .paged(paging);
            return new Rendered.Body(
                    view.version(),
                    documents.page("network/same.jte", titled, new SamePage(pairs, paging, cutFrom(found))));
        });
    }

    private static Optional<Integer> cutFrom(Proposals.Found found) {
        return found.isCut() ? Optional.of(found.total()) : Optional.empty();
    }

    private static SamePage.Side side(Session.Found entry, CatalogueView view, Linker linker) {
        Optional<Node> topic = view.vocabulary().topics().apply(entry.document());
        return new SamePage.Side(linker.toDocument(entry.document(), topic), Origin.hubOf(entry.document(), linker));
    }

    private Rendered data(Address address, Representation representation) {
        Node document = NodeFactory.createURI(address.iri(documents.iris()));
        List<Frame> frames = Arrays.stream(Language.values())
                .map(language -> documents.frame(address, Representation.WITHOUT_QUADS, new Reader(language, false)))
                .toList();
        try (Session session = reader.search()) {
            byte[] bytes = documents.data(
                    new ProposalGraph(document, frames).of(proposals.of(session)), document, representation);
            return new Rendered.Body(session.version(), bytes);
        }
    }
}
