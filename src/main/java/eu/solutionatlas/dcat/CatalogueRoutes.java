package eu.solutionatlas.dcat;

import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.NodeFactory;

/** {@code /catalogue}: the description of the catalogue that portals harvest. */
public final class CatalogueRoutes {
    private static final List<Representation> DATA =
            Representation.ALL.stream().filter(one -> !one.isHtml()).toList();

    private final Store store;
    private final Documents documents;
    private final CatalogueGraph catalogue;
    private final Supplier<Optional<Downloads>> downloads;

    /** @param downloads the newest files to download; asked for each answer, so to be at hand */
    public CatalogueRoutes(Store store, Documents documents, Supplier<Optional<Downloads>> downloads) {
        this.store = store;
        this.documents = documents;
        this.catalogue = new CatalogueGraph(documents.iris());
        this.downloads = downloads;
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, "/catalogue", DATA, (ctx, address) -> {
            ctx.header("Access-Control-Allow-Origin", "*");
            documents.respond(
                    ctx,
                    address,
                    DATA,
                    (format, reader) -> store.read(snapshot -> new Rendered.Draft(
                            snapshot.version(),
                            documents.data(
                                    catalogue.of(snapshot, downloads.get()),
                                    NodeFactory.createURI(address.document().iri(documents.iris())),
                                    format))));
        });
    }
}
