package eu.solutionatlas.region;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Branch;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** {@code /region} and {@code /region/DED21}. */
public final class RegionRoutes {
    private static final String TREE = "/region";
    /** The parameter that pages through the actors of a region, beside {@code page} for its solutions. */
    private static final String ACTOR_PAGE = "actors";

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}[A-Z0-9]{0,3}");

    private final Store store;
    private final Documents documents;
    private final Regions regions;
    private final RegionDescriber describer;

    /** @param outlines what maps show beside their tiles */
    public RegionRoutes(
            Store store,
            Documents documents,
            Regions regions,
            Located solutions,
            Located actors,
            Optional<Outlines> outlines) {
        this.store = store;
        this.documents = documents;
        this.regions = regions;
        this.describer =
                new RegionDescriber(documents.iris(), solutions, actors, new TileMaps(outlines.map(Outlines::layer)));
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, TREE, Representation.ALL, this::tree);
        Routes.documents(routes, TREE, Representation.WITHOUT_QUADS, this::region);
    }

    /** All regions as a tree, by name. */
    public List<Branch> branches(Snapshot snapshot, Language language) {
        return regions.scheme(snapshot)
                .map(scheme -> describer.describe(snapshot, scheme, language).branches())
                .orElse(List.of());
    }

    /** All regions on one map; an empty one when there are none. */
    public TileMap map(Snapshot snapshot, Language language) {
        return regions.scheme(snapshot)
                .map(scheme -> describer.map(snapshot, scheme, language))
                .orElse(TileMap.EMPTY);
    }

    private void tree(Context ctx, Address address) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, reader) -> renderTree(address.document(), representation, reader));
    }

    private Rendered renderTree(Address address, Representation representation, Reader reader) {
        if (!representation.isHtml()) {
            return store.read(snapshot -> regions.scheme(snapshot)
                    .<Rendered>map(scheme -> new Rendered.Body(
                            snapshot.version(),
                            documents.data(snapshot.graph(scheme.iri()), scheme.iri(), representation)))
                    .orElse(new Rendered.Unknown()));
        }
        Frame frame = documents.frame(address, Representation.ALL, reader);
        return store.read(snapshot -> regions.scheme(snapshot)
                .map(scheme -> describer.describe(snapshot, scheme, reader.language()))
                .<Rendered>map(page -> {
                    Frame titled = frame.about(
                            page.title().text(),
                            page.description().map(text -> text.text()).orElse(""),
                            snapshot.version());
                    return new Rendered.Body(snapshot.version(), documents.page("region/tree.jte", titled, page));
                })
                .orElse(new Rendered.Unknown()));
    }

    private void region(Context ctx, Address address) {
        int solutionPage = Paging.number(ctx, Paging.PARAMETER);
        int actorPage = Paging.number(ctx, ACTOR_PAGE);
        Address part = Paging.address(Paging.address(address, Paging.PARAMETER, solutionPage), ACTOR_PAGE, actorPage);
        documents.respond(
                ctx,
                part,
                Representation.WITHOUT_QUADS,
                (representation, reader) ->
                        renderRegion(part.document(), solutionPage, actorPage, representation, reader));
    }

    private Rendered renderRegion(
            Address address, int solutionPage, int actorPage, Representation representation, Reader reader) {
        if (!CODE.matcher(address.name()).matches()) {
            return new Rendered.Unknown();
        }
        Node region = NodeFactory.createURI(Iris.NUTS + address.name());
        if (!representation.isHtml()) {
            return store.read(snapshot -> find(snapshot, region)
                    .<Rendered>map(scheme -> new Rendered.Body(
                            snapshot.version(),
                            documents.data(Scheme.slice(snapshot.graph(scheme.iri()), region), region, representation)))
                    .orElse(new Rendered.Unknown()));
        }
        Frame frame = documents.frame(address, Representation.WITHOUT_QUADS, reader);
        return store.read(snapshot -> find(snapshot, region)
                .map(scheme -> describer.describe(snapshot, scheme, region, solutionPage, actorPage, reader.language()))
                .<Rendered>map(page -> {
                    Frame titled = frame.about(page.name().text(), "", snapshot.version())
                            .paged(page.solutions().paging());
                    return new Rendered.Body(snapshot.version(), documents.page("region/page.jte", titled, page));
                })
                .orElse(new Rendered.Unknown()));
    }

    private Optional<Scheme> find(Snapshot snapshot, Node region) {
        return regions.scheme(snapshot).filter(scheme -> scheme.contains(region));
    }
}
