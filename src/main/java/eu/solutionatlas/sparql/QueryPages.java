package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Parameters;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

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
    private final Map<String, QueryMode> modes;

    /** @param modes the addresses that have a form */
    QueryPages(
            Documents documents,
            SparqlSettings settings,
            ExampleQueries examples,
            Collection<? extends QueryMode> modes) {
        this.modes = modes.stream().collect(Collectors.toUnmodifiableMap(QueryMode::path, mode -> mode));
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
                ? named(names.getFirst(), address.path(), reader.language())
                : words.isEmpty() ? example : QueryLink.read(words.getFirst(), settings.maxQueryLength());
        List<QueryForm.Field> kept = SameQuery.kept(new Parameters(address.parameters()));
        return form(new QueryForm(address.path(), query, kept), address, reader, version, Optional.empty());
    }

    private String named(String name, String path, Language language) {
        return examples.at(path).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> one.text(language))
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound("There is no example of that name for this address.")));
    }

    /** The form with the query of a reader that could not be answered, and why. */
    byte[] form(QueryForm form, Reader reader, DataVersion version, Problem problem) {
        Address again = form.query().length() > settings.maxQueryLength()
                ? new Address(form.path())
                : new Address(form.path()).with(LINK, QueryLink.of(form.query()));
        for (QueryForm.Field field : form.kept()) {
            again = again.with(field.name(), field.value());
        }
        return form(form, again, reader, version, Optional.of(problem));
    }

    /** @param address with the query, so that it is there in the other languages as well */
    private byte[] form(
            QueryForm form, Address address, Reader reader, DataVersion version, Optional<Problem> problem) {
        Frame frame = documents.frame(address, List.of(), reader);
        QueryMode.Words words = Objects.requireNonNull(modes.get(form.path())).words(frame);
        String title = problem.isPresent() ? frame.text("sparql.not-answered") : words.title();
        Frame titled = frame.about(title, words.lead(), version);
        return documents.page(
                "sparql/form.jte",
                titled,
                new FormPage(
                        form,
                        problem,
                        problem.flatMap(known -> Outcomes.of(frame, known)),
                        limits(words, frame),
                        ExampleRoutes.opened(examples, form.path(), reader.language())));
    }

    private List<String> limits(QueryMode.Words words, Frame frame) {
        List<String> limits = new ArrayList<>();
        limits.add(frame.text(
                "sparql.limit.time",
                frame.number(settings.firstRow().toSeconds()),
                frame.number(settings.total().toSeconds())));
        limits.addAll(words.limits());
        if (settings.requestsPerMinute() > 0) {
            limits.add(frame.text(
                    "sparql.limit.rate", frame.number(settings.requestsPerMinute()), frame.number(settings.burst())));
        }
        return limits;
    }
}
