package eu.solutionatlas.ontology;

import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.OntologyReleases;
import eu.solutionatlas.rdf.OntologyReleases.Part;
import eu.solutionatlas.rdf.OntologyReleases.Release;
import eu.solutionatlas.rdf.RdfFormat;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** {@code /ns}, {@code /shapes} and {@code /context.jsonld}, and their kept versions: {@code /ns/1.0.0} and so on. */
public final class OntologyRoutes {
    private static final String CONTEXT_SUFFIX = ".jsonld";

    private final Store store;
    private final Documents documents;
    private final OntologyReleases releases = OntologyReleases.load();
    private final byte[] context = OntologyFiles.context().getBytes(StandardCharsets.UTF_8);

    public OntologyRoutes(Store store, Documents documents) {
        this.store = store;
        this.documents = documents;
    }

    /** Makes the page of a graph. */
    @FunctionalInterface
    private interface PageMaker {
        byte[] make(Frame frame, Graph graph, Editions editions);
    }

    public void addTo(RoutesConfig routes) {
        document(routes, "/ns", Part.ONTOLOGY, OntologyDescriber.ONTOLOGY, this::ontology);
        document(routes, "/shapes", Part.SHAPES, ShapesDescriber.SHAPES, this::shapes);
        Routes.read(routes, "/context" + CONTEXT_SUFFIX, ctx -> context(ctx, context));
        Routes.read(routes, "/context/{name}", this::contextVersion);
    }

    private void document(RoutesConfig routes, String path, Part part, Node name, PageMaker page) {
        Routes.document(routes, path, Representation.ALL, (ctx, address) -> {
            Editions editions = new Editions(path, Optional.empty(), releases.versions(part));
            documents.respond(
                    ctx,
                    address,
                    Representation.ALL,
                    (representation, reader) -> now(address.document(), name, representation, reader, editions, page));
        });
        Routes.documents(routes, path, Representation.ALL, (ctx, address) -> {
            Release release = find(part, address.document().name(), path + "/");
            Editions editions = new Editions(path, Optional.of(release.version()), releases.versions(part));
            documents.respond(
                    ctx,
                    address,
                    Representation.ALL,
                    (representation, reader) ->
                            kept(address.document(), name, release, representation, reader, editions, page));
        });
    }

    private Release find(Part part, String version, String path) {
        return releases.find(part, version).orElseThrow(() -> {
            List<String> known = releases.versions(part);
            return new ProblemException(Problem.notFound("There is no such version. There is: "
                            + String.join(
                                    ", ", known.stream().map(one -> path + one).toList()) + ".")
                    .with("versions", known));
        });
    }

    private byte[] ontology(Frame frame, Graph graph, Editions editions) {
        OntologyPage page = OntologyDescriber.describe(graph, frame.language(), editions);
        String summary = page.description().map(text -> text.text()).orElse("");
        return documents.page("ontology/page.jte", frame.about(page.title().text(), summary, frame.version()), page);
    }

    private byte[] shapes(Frame frame, Graph graph, Editions editions) {
        ShapesPage page = ShapesDescriber.describe(graph, frame.language(), editions);
        return documents.page("ontology/shapes.jte", frame.about(page.title().text(), "", frame.version()), page);
    }

    /** As it is in the catalogue. */
    private Rendered now(
            Address address,
            Node name,
            Representation representation,
            Reader reader,
            Editions editions,
            PageMaker page) {
        if (!representation.isHtml()) {
            return store.read(snapshot -> {
                Graph graph = snapshot.graph(name);
                return graph.isEmpty()
                        ? new Rendered.Unknown()
                        : new Rendered.Body(snapshot.version(), documents.data(graph, name, representation));
            });
        }
        Frame frame = documents.frame(address, Representation.ALL, reader);
        return store.read(snapshot -> {
            Graph graph = snapshot.graph(name);
            return graph.isEmpty()
                    ? new Rendered.Unknown()
                    : new Rendered.Body(
                            snapshot.version(), page.make(frame.about("", "", snapshot.version()), graph, editions));
        });
    }

    /** As it was published; Turtle to the byte. */
    private Rendered kept(
            Address address,
            Node name,
            Release release,
            Representation representation,
            Reader reader,
            Editions editions,
            PageMaker page) {
        if (representation.format().equals(Optional.of(RdfFormat.TURTLE))) {
            return new Rendered.Body(store.version(), release.bytes());
        }
        if (!representation.isHtml()) {
            Node version = NodeFactory.createURI(name.getURI() + "/" + release.version());
            return new Rendered.Body(store.version(), documents.data(release.graph(), version, representation));
        }
        Frame frame = documents.frame(address, Representation.ALL, reader);
        return new Rendered.Body(
                store.version(), page.make(frame.about("", "", store.version()), release.graph(), editions));
    }

    private void contextVersion(Context ctx) {
        String name = ctx.pathParam("name");
        String version =
                name.endsWith(CONTEXT_SUFFIX) ? name.substring(0, name.length() - CONTEXT_SUFFIX.length()) : name;
        context(ctx, find(Part.CONTEXT, version, "/context/").bytes());
    }

    /** A context changes only with the program, and is read by programs on other sites too. */
    private static void context(Context ctx, byte[] bytes) {
        ctx.header("Access-Control-Allow-Origin", "*");
        ctx.header("Cache-Control", "public, max-age=3600");
        ctx.result(bytes);
        ctx.contentType("application/ld+json");
    }
}
