package eu.solutionatlas.sparql;

import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;

/** Answers who asks what is here: the service description, VoID, and the form in which people ask. */
final class DescriptionRoutes {
    private static final List<Representation> DATA =
            Representation.ALL.stream().filter(one -> !one.isHtml()).toList();
    /** Data before the page: programs that say nothing get the service description. */
    private static final List<Representation> DATA_OR_PAGE =
            Stream.concat(DATA.stream(), Stream.of(Representation.HTML)).toList();

    private final Store store;
    private final Documents documents;
    private final Census census;
    private final ServiceDescription services;
    private final VoidDescription dataset;
    private final QueryPages pages;

    DescriptionRoutes(Store store, Documents documents, QueryPages pages) {
        this.store = store;
        this.documents = documents;
        this.census = new Census(store, documents.iris());
        this.services = new ServiceDescription(documents.iris(), census);
        this.dataset = new VoidDescription(store, documents.iris(), census);
        this.pages = pages;
    }

    /** What there is of each class and property. */
    Figures figures(Snapshot snapshot) {
        return census.at(snapshot).all();
    }

    /** @param endpoints paths of the addresses for queries, each of which describes itself */
    void addTo(RoutesConfig routes, Collection<String> endpoints) {
        Routes.document(routes, "/.well-known/void", DATA, (ctx, address) -> {
            Cors.open(ctx);
            documents.respond(ctx, address, DATA, (format, reader) -> data(address, format, dataset::at));
        });
        for (String path : endpoints) {
            int name = path.lastIndexOf('/') + 1;
            for (Representation one : DATA) {
                Routes.read(
                        routes,
                        path + "." + one.suffix(),
                        ctx -> service(
                                ctx,
                                Address.of(
                                        path.substring(0, name),
                                        path.substring(name) + "." + one.suffix(),
                                        DATA_OR_PAGE)));
            }
        }
    }

    /** The endpoint's address without a query: the description of the service, or a form for people. */
    void service(Context ctx, Address address) {
        Cors.open(ctx);
        // Whoever names an example wants a form with it, of which there is no other form than a page.
        documents.respond(
                ctx,
                address,
                address.parameters().isEmpty() ? DATA_OR_PAGE : List.of(Representation.HTML),
                (format, reader) -> format.isHtml()
                        ? new Rendered.Body(store.version(), pages.form(address, reader, store.version()))
                        : data(
                                address,
                                format,
                                snapshot -> services.at(
                                        snapshot,
                                        NodeFactory.createURI(address.document().iri(documents.iris())))));
    }

    private Rendered data(Address address, Representation format, Function<Snapshot, Graph> graph) {
        return store.read(snapshot -> new Rendered.Body(
                snapshot.version(),
                documents.data(
                        graph.apply(snapshot),
                        NodeFactory.createURI(address.document().iri(documents.iris())),
                        format)));
    }
}
