package eu.solutionatlas.ontology;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.OntologyFiles;
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
import java.util.function.BiFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;

/** {@code /ns}, {@code /shapes} and {@code /context.jsonld}. */
public final class OntologyRoutes {
    private final Store store;
    private final Documents documents;
    private final String context = OntologyFiles.context();

    public OntologyRoutes(Store store, Documents documents) {
        this.store = store;
        this.documents = documents;
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, "/ns", Representation.ALL, this::ontology);
        Routes.read(routes, "/ns/{version}", this::version);
        Routes.document(routes, "/shapes", Representation.ALL, this::shapes);
        Routes.read(routes, "/context.jsonld", this::context);
    }

    private void ontology(Context ctx, Address address) {
        respond(ctx, address, OntologyDescriber.ONTOLOGY, (frame, graph) -> {
            OntologyPage page = OntologyDescriber.describe(graph, frame.language());
            String summary = page.description().map(text -> text.text()).orElse("");
            return documents.page(
                    "ontology/page.jte", frame.about(page.title().text(), summary, frame.version()), page);
        });
    }

    /** The version IRI leads to the ontology while that is its version. */
    private void version(Context ctx) {
        Node asked = NodeFactory.createURI(Iris.SHARED + "ns/" + ctx.pathParam("version"));
        boolean current = store.read(snapshot -> snapshot.graph(OntologyDescriber.ONTOLOGY)
                .contains(OntologyDescriber.ONTOLOGY, OWL2.versionIRI.asNode(), asked));
        if (!current) {
            throw new ProblemException(Problem.notFound("This hub does not have that version of the ontology."));
        }
        Routes.seeOther(ctx, documents.iris().base() + "ns");
    }

    private void shapes(Context ctx, Address address) {
        respond(ctx, address, ShapesDescriber.SHAPES, (frame, graph) -> {
            ShapesPage page = ShapesDescriber.describe(graph, frame.language());
            return documents.page(
                    "ontology/shapes.jte", frame.about(page.title().text(), "", frame.version()), page);
        });
    }

    private void respond(Context ctx, Address address, Node name, BiFunction<Frame, Graph, byte[]> page) {
        documents.respond(
                ctx,
                address,
                Representation.ALL,
                (representation, reader) -> render(address.document(), name, representation, reader, page));
    }

    private Rendered render(
            Address address,
            Node name,
            Representation representation,
            Reader reader,
            BiFunction<Frame, Graph, byte[]> page) {
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
                    : new Rendered.Body(snapshot.version(), page.apply(frame.about("", "", snapshot.version()), graph));
        });
    }

    /** The context changes only with the program, and is read by programs on other sites too. */
    private void context(Context ctx) {

        ctx.header("Access-Control-Allow-Origin", "*");
        ctx.header("Cache-Control", "public, max-age=3600");
        ctx.result(context.getBytes(StandardCharsets.UTF_8));
        ctx.contentType("application/ld+json");
    }
}
