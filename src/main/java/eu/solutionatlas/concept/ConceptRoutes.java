package eu.solutionatlas.concept;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The documents of one concept scheme: {@code /theme} and {@code /theme/x}. */
public final class ConceptRoutes {
    private final Store store;
    private final Documents documents;
    private final Concepts concepts;
    private final String name;
    private final ConceptDescriber describer;

    /**
     * @param name of the scheme, one of those in {@link Concepts}
     * @param tagged the entries that the scheme sorts
     */
    public ConceptRoutes(Store store, Documents documents, Concepts concepts, String name, Tagged tagged) {
        this.store = store;
        this.documents = documents;
        this.concepts = concepts;
        this.name = name;
        this.describer = new ConceptDescriber(documents.iris(), tagged);
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, "/" + name, Representation.ALL, this::scheme);
        Routes.documents(routes, "/" + name, Representation.WITHOUT_QUADS, this::concept);
    }

    /** The whole scheme as a tree, by name. */
    public List<eu.solutionatlas.web.Branch> branches(Snapshot snapshot, eu.solutionatlas.web.Language language) {
        return concepts.scheme(snapshot, name)
                .map(scheme -> describer.describe(snapshot, scheme, language).branches())
                .orElse(List.of());
    }

    private void scheme(Context ctx, Address address) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, reader) -> renderScheme(address.document(), representation, reader));
    }

    private Rendered renderScheme(Address address, Representation representation, Reader reader) {
        if (!representation.isHtml()) {
            return store.read(snapshot -> concepts.scheme(snapshot, name)
                    .<Rendered>map(scheme -> new Rendered.Body(
                            snapshot.version(),
                            documents.data(snapshot.graph(scheme.iri()), scheme.iri(), representation)))
                    .orElse(new Rendered.Unknown()));
        }
        Frame frame = documents.frame(address, Representation.ALL, reader);
        return store.read(snapshot -> concepts.scheme(snapshot, name)
                .map(scheme -> describer.describe(snapshot, scheme, reader.language()))
                .<Rendered>map(page -> {
                    Frame titled = frame.about(
                            page.title().text(),
                            page.description().map(text -> text.text()).orElse(""),
                            snapshot.version());
                    return new Rendered.Body(snapshot.version(), documents.page("concept/scheme.jte", titled, page));
                })
                .orElse(new Rendered.Unknown()));
    }

    private void concept(Context ctx, Address address) {
        int page = Paging.number(ctx);
        Address part = Paging.address(address, page);
        documents.respond(
                ctx,
                part,
                Representation.WITHOUT_QUADS,
                (representation, reader) -> renderConcept(part.document(), page, representation, reader));
    }

    private Rendered renderConcept(Address address, int page, Representation representation, Reader reader) {
        if (!Iris.isSlug(address.name())) {
            return new Rendered.Unknown();
        }
        Node concept = NodeFactory.createURI(Iris.SHARED + name + "/" + address.name());
        if (!representation.isHtml()) {
            return store.read(snapshot -> find(snapshot, concept)
                    .<Rendered>map(scheme -> new Rendered.Body(
                            snapshot.version(),
                            documents.data(
                                    Scheme.slice(snapshot.graph(scheme.iri()), concept), concept, representation)))
                    .orElse(new Rendered.Unknown()));
        }
        Frame frame = documents.frame(address, Representation.WITHOUT_QUADS, reader);
        return store.read(snapshot -> find(snapshot, concept)
                .map(scheme -> describer.describe(snapshot, scheme, concept, page, reader.language()))
                .<Rendered>map(model -> {
                    Frame titled = frame.about(
                                    model.name().text(),
                                    model.definition().map(text -> text.text()).orElse(""),
                                    snapshot.version())
                            .paged(model.entries().paging());
                    return new Rendered.Body(snapshot.version(), documents.page("concept/page.jte", titled, model));
                })
                .orElse(new Rendered.Unknown()));
    }

    private Optional<Scheme> find(Snapshot snapshot, Node concept) {
        return concepts.scheme(snapshot, name).filter(scheme -> scheme.contains(concept));
    }
}
