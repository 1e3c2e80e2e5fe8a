package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Parameters;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The form in which people ask. */
final class QueryPages {
    /** The parameter that names an example. */
    static final String EXAMPLE = "example";

    /** The parameter that holds a query in short. */
    static final String LINK = "q";

    private final Documents documents;
    private final SparqlSettings settings;
    private final String example;
    private final ExampleQueries examples;

    QueryPages(Documents documents, SparqlSettings settings, ExampleQueries examples) {
        this.examples = examples;
        this.documents = documents;
        this.settings = settings;
        this.example = read("example.rq");
    }

    static String read(String name) {
        try (InputStream in = QueryPages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The form of an address, with the query or the example that the address names, or else a query that shows what there is.
     *
     * @throws ProblemException 404 for an example that there is not, 400 for a damaged link
     */
    byte[] form(Address address, Reader reader, DataVersion version) {
        List<String> names = address.parameters().getOrDefault(EXAMPLE, List.of());
        List<String> words = address.parameters().getOrDefault(LINK, List.of());
        String query = !names.isEmpty()
                ? named(names.getFirst(), address.path())
                : words.isEmpty() ? example : QueryLink.read(words.getFirst(), settings.maxQueryLength());
        List<QueryForm.Field> kept = SameQuery.kept(new Parameters(address.parameters()));
        return form(new QueryForm(address.path(), query, kept), reader, version, Optional.empty());
    }

    private String named(String name, String path) {
        return examples.at(path).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(ExampleQuery::text)
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound("There is no example of that name for this address.")));
    }

    /** The form with the query of a reader that could not be answered, and why. */
    byte[] form(QueryForm form, Reader reader, DataVersion version, Problem problem) {
        return form(form, reader, version, Optional.of(problem));
    }

    private byte[] form(QueryForm form, Reader reader, DataVersion version, Optional<Problem> problem) {
        Frame frame = documents.frame(new Address(form.path()), List.of(), reader);
        List<String> limits = List.of(
                frame.text(
                        "sparql.limit.time",
                        frame.number(settings.firstRow().toSeconds()),
                        frame.number(settings.total().toSeconds())),
                frame.text(
                        "sparql.limit.size", frame.number(settings.maxRows()), frame.number(settings.maxMegabytes())),
                frame.text(
                        "sparql.limit.rate",
                        frame.number(settings.requestsPerMinute()),
                        frame.number(settings.burst())),
                frame.text("sparql.limit.reading"));
        String title = problem.isPresent() ? frame.text("sparql.not-answered") : frame.text("sparql.title");
        Frame titled = frame.about(title, frame.text("sparql.lead"), version);
        return documents.page(
                "sparql/form.jte",
                titled,
                new FormPage(
                        form,
                        problem,
                        problem.flatMap(known -> Outcomes.of(frame, known)),
                        limits,
                        ExampleRoutes.opened(examples, form.path(), reader.language())));
    }
}
