package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Page;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The documents of one concept scheme, such as {@code /theme} and {@code /theme/x}. */
public final class SchemeRoutes {
    /**
     * A scheme.
     *
     * @param path at which it is published
     * @param namespace of its concepts
     * @param source finds it in the data; empty when it was not loaded
     */
    public record Published(String path, String namespace, Function<Snapshot, Optional<Scheme>> source) {}

    private final Published published;
    private final CatalogueReader reader;
    private final Documents documents;
    private final SchemeDescriber describer;

    public SchemeRoutes(Published published, CatalogueReader reader, Documents documents, SchemeDescriber describer) {
        this.published = published;
        this.reader = reader;
        this.documents = documents;
        this.describer = describer;
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, published.path(), Representation.ALL, this::scheme);
        Routes.documents(routes, published.path(), Representation.WITHOUT_QUADS, this::concept);
    }

    private void scheme(Context ctx, Address address) {
        documents.respond(ctx, address, Representation.ALL, (representation, who) -> {
            if (!representation.isHtml()) {
                return data(
                        representation,
                        snapshot ->
                                find(snapshot).map(scheme -> new Named(snapshot.graph(scheme.iri()), scheme.iri())));
            }
            Frame frame = documents.frame(address.document(), Representation.ALL, who);
            return page(frame, view -> find(view.snapshot()).map(scheme -> describer.scheme(view, scheme, frame)));
        });
    }

    private void concept(Context ctx, Address address) {
        Address document = address.document();
        Node concept = NodeFactory.createURI(published.namespace() + document.name());
        documents.respond(ctx, address, Representation.WITHOUT_QUADS, (representation, who) -> {
            if (!representation.isHtml()) {
                return data(
                        representation,
                        snapshot -> find(snapshot, concept)
                                .map(scheme ->
                                        new Named(Scheme.slice(snapshot.graph(scheme.iri()), concept), concept)));
            }
            Frame frame = documents.frame(document, Representation.WITHOUT_QUADS, who);
            return page(
                    frame,
                    view -> find(view.snapshot(), concept)
                            .map(scheme -> describer.concept(view, scheme, concept, frame)));
        });
    }

    private Optional<Scheme> find(Snapshot snapshot) {
        return published.source().apply(snapshot);
    }

    private Optional<Scheme> find(Snapshot snapshot, Node concept) {
        return find(snapshot).filter(scheme -> scheme.contains(concept));
    }

    private Rendered page(Frame frame, Function<CatalogueView, Optional<Page>> describing) {
        return reader.read(view -> describing
                .apply(view)
                .<Rendered>map(page -> new Rendered.Body(view.version(), documents.page(page, frame, view.version())))
                .orElse(new Rendered.Unknown()));
    }

    private Rendered data(Representation representation, Function<Snapshot, Optional<Named>> reading) {
        return reader.readData(snapshot -> reading.apply(snapshot)
                .<Rendered>map(found -> new Rendered.Body(
                        snapshot.version(), documents.data(found.graph(), found.name(), representation)))
                .orElse(new Rendered.Unknown()));
    }

    /** A graph and what it is called. */
    private record Named(Graph graph, Node name) {}
}
