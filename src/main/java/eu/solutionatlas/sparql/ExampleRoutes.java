package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.NodeFactory;

/** {@code /sparql/examples}: the example queries as a page and as RDF. */
final class ExampleRoutes {
    private static final String PATH = "/sparql/examples";

    private final Store store;
    private final Documents documents;
    private final ExampleQueries examples;

    ExampleRoutes(Store store, Documents documents, ExampleQueries examples) {
        this.store = store;
        this.documents = documents;
        this.examples = examples;
    }

    void addTo(RoutesConfig routes) {
        Routes.document(routes, PATH, Representation.WITHOUT_QUADS, this::answer);
    }

    private void answer(Context ctx, Address address) {
        Cors.open(ctx);
        documents.respond(ctx, address, Representation.WITHOUT_QUADS, (format, reader) -> {
            DataVersion version = store.version();
            if (!format.isHtml()) {
                return new Rendered.Body(
                        version,
                        documents.data(
                                examples.graph(),
                                NodeFactory.createURI(address.document().iri(documents.iris())),
                                format));
            }
            Frame frame = documents.frame(address.document(), Representation.WITHOUT_QUADS, reader);
            Frame titled = frame.about(frame.text("sparql.examples"), frame.text("sparql.examples.lead"), version);
            return new Rendered.Body(version, documents.page("sparql/examples.jte", titled, page(reader.language())));
        });
    }

    private ExamplesPage page(Language language) {
        return new ExamplesPage(examples.groups().stream()
                .map(group -> new ExamplesPage.Group(
                        in(group.name(), language),
                        group.examples().stream()
                                .map(one -> example(one, language))
                                .toList()))
                .toList());
    }

    private static ExamplesPage.Example example(ExampleQuery one, Language language) {
        return new ExamplesPage.Example(
                one.name(),
                in(one.question(), language),
                in(one.shows(), language),
                one.text(language),
                one.path(),
                form(one),
                one.path() + "?query=" + URLEncoder.encode(one.text(language), StandardCharsets.UTF_8)
                        + "&format=html");
    }

    /** Links to the examples for one endpoint, each in the form. */
    static List<ExamplesPage.Opened> opened(ExampleQueries examples, String path, Language language) {
        return examples.at(path).stream()
                .map(one -> new ExamplesPage.Opened(in(one.question(), language), form(one)))
                .toList();
    }

    private static String form(ExampleQuery one) {
        return one.path() + "?example=" + one.name();
    }

    private static Label in(Labels labels, Language language) {
        return labels.in(language.tag(), "");
    }
}
