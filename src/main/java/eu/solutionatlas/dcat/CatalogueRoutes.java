package eu.solutionatlas.dcat;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.ContentNegotiation;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** {@code /catalogue}: the description of the catalogue that portals harvest; people are led to the page that says the same. */
public final class CatalogueRoutes {
    private static final List<Representation> DATA =
            Representation.ALL.stream().filter(one -> !one.isHtml()).toList();

    /** Who says nothing gets what portals get. */
    private static final List<Representation> DATA_OR_PAGE =
            Stream.concat(DATA.stream(), Stream.of(Representation.HTML)).toList();

    private static final String PAGE = "/download";

    /** The description of one state, and what was written of it already. */
    private record Made(
            DataVersion version, Optional<Downloads> files, Graph graph, Map<Representation, byte[]> bytes) {}

    private final Store store;
    private final Documents documents;
    private final CatalogueGraph catalogue;
    private final Supplier<Optional<Downloads>> downloads;
    private volatile @Nullable Made made;

    /** @param downloads the newest files to download; asked for each answer, so to be at hand */
    public CatalogueRoutes(Store store, Documents documents, Supplier<Optional<Downloads>> downloads) {
        this.store = store;
        this.documents = documents;
        this.catalogue = new CatalogueGraph(documents.iris());
        this.downloads = downloads;
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, "/catalogue", DATA, (ctx, address) -> {
            if (address.bySuffix().isEmpty()
                    && ctx.queryParam("format") == null
                    && ContentNegotiation.wantsPage(ctx, DATA_OR_PAGE)) {
                String query = ctx.queryString();
                Routes.seeOther(ctx, query == null ? PAGE : PAGE + "?" + query);
                return;
            }
            documents.respond(
                    ctx,
                    address,
                    DATA,
                    (format, reader) -> store.read(snapshot ->
                            new Rendered.Draft(snapshot.version(), description(snapshot, address.document(), format))));
        });
    }

    /** What it says changes with the data and with the files to download, and with nothing else. */
    private byte[] description(Snapshot snapshot, Address document, Representation format) {
        Optional<Downloads> files = downloads.get();
        Made known = made;
        if (known == null
                || !known.version().equals(snapshot.version())
                || !known.files().equals(files)) {
            known = new Made(snapshot.version(), files, catalogue.of(snapshot, files), new ConcurrentHashMap<>());
            made = known;
        }
        Graph graph = known.graph();
        return known.bytes()
                .computeIfAbsent(
                        format,
                        one -> documents.data(graph, NodeFactory.createURI(document.iri(documents.iris())), one));
    }
}
