package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Offer;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** The endpoint for people: a form, and results as a table. */
final class QueryPages {
    /** Rows of a table; who wants more takes them in a format for programs. */
    static final int MAX_ROWS = 1_000;

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
        return form(address.path(), reader, version, query, Optional.empty());
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
    byte[] form(String path, Reader reader, DataVersion version, String query, Problem problem) {
        return form(path, reader, version, query, Optional.of(problem));
    }

    private byte[] form(String path, Reader reader, DataVersion version, String query, Optional<Problem> problem) {
        Frame frame = frame(path, reader);
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
                        path,
                        query,
                        problem,
                        problem.flatMap(known -> Outcomes.of(frame, known)),
                        limits,
                        ExampleRoutes.opened(examples, path, reader.language())));
    }

    /** The frame of a result. To be made outside of a read of the store. */
    Frame frame(String path, Reader reader) {
        return documents.frame(new Address(path), List.of(), reader);
    }

    /**
     * Rows as a page.
     *
     * @param absent IRIs of the query that occur nowhere, asked for when there are no rows
     */
    byte[] rows(
            Frame frame,
            QueryRunner.Job job,
            RowSet rows,
            Optional<QueryMode.Remarks> remarks,
            RunningQuery running,
            DataVersion version,
            Supplier<List<String>> absent) {
        List<Var> variables = rows.getResultVars();
        List<List<ResultPage.Cell>> cells = new ArrayList<>();
        boolean more = rows.hasNext();
        running.firstRow(more);
        while (more && cells.size() < MAX_ROWS) {
            Binding row = rows.next();
            cells.add(variables.stream().map(row::get).map(this::cell).toList());
            more = rows.hasNext();
        }
        List<String> columns = variables.stream().map(Var::getVarName).toList();
        return page(
                frame,
                version,
                result(
                        frame,
                        job,
                        columns,
                        cells,
                        more,
                        remarks,
                        running,
                        version,
                        cells.isEmpty() ? Outcomes.hints(frame, absent.get()) : List.of(),
                        RowsFormat.ALL));
    }

    /** Triples as a page. */
    byte[] triples(
            Frame frame,
            QueryRunner.Job job,
            Iterator<Triple> triples,
            Optional<QueryMode.Remarks> remarks,
            RunningQuery running,
            DataVersion version,
            Supplier<List<String>> absent) {
        List<List<ResultPage.Cell>> cells = new ArrayList<>();
        boolean more = triples.hasNext();
        running.firstRow(more);
        while (more && cells.size() < MAX_ROWS) {
            Triple triple = triples.next();
            running.countRow();
            cells.add(List.of(cell(triple.getSubject()), cell(triple.getPredicate()), cell(triple.getObject())));
            more = triples.hasNext();
        }
        running.check();
        List<String> columns =
                List.of(frame.text("sparql.subject"), frame.text("sparql.property"), frame.text("sparql.value"));
        return page(
                frame,
                version,
                result(
                        frame,
                        job,
                        columns,
                        cells,
                        more,
                        remarks,
                        running,
                        version,
                        cells.isEmpty() ? Outcomes.hints(frame, absent.get()) : List.of(),
                        GraphFormat.ALL));
    }

    /** Yes or no as a page. */
    byte[] truth(
            Frame frame,
            QueryRunner.Job job,
            boolean answer,
            Optional<QueryMode.Remarks> remarks,
            RunningQuery running,
            DataVersion version) {
        String word = answer ? frame.text("sparql.yes") : frame.text("sparql.no");
        List<List<ResultPage.Cell>> cells = List.of(List.of(new ResultPage.Cell(word, Optional.empty(), "")));
        List<String> columns = List.of(frame.text("sparql.answer"));
        return page(
                frame,
                version,
                result(frame, job, columns, cells, false, remarks, running, version, List.of(), RowsFormat.ALL));
    }

    private ResultPage result(
            Frame frame,
            QueryRunner.Job job,
            List<String> columns,
            List<List<ResultPage.Cell>> cells,
            boolean more,
            Optional<QueryMode.Remarks> remarks,
            RunningQuery running,
            DataVersion version,
            List<String> hints,
            List<? extends Offer> formats) {
        String endpoint = documents.iris().base() + job.mode().path().substring(1);
        return new ResultPage(
                job.mode().path(),
                job.text(),
                columns,
                cells,
                more,
                Outcomes.of(frame, job.query(), cells.size(), more, remarks.isPresent()),
                frame.text(
                        "sparql.version",
                        frame.number(version.number()),
                        frame.number(running.millis()),
                        frame.date(LocalDate.ofInstant(version.at(), ZoneOffset.UTC))),
                hints,
                downloads(job, formats),
                remarks.map(known -> known.origin().apply(frame)),
                CopyAs.of(endpoint, job.query(), job.text()),
                endpoint + "?" + LINK + "=" + QueryLink.of(job.text()));
    }

    private byte[] page(Frame frame, DataVersion version, ResultPage result) {
        return documents.page("sparql/result.jte", frame.about(frame.text("sparql.result"), "", version), result);
    }

    private ResultPage.Cell cell(@org.jspecify.annotations.Nullable Node node) {
        if (node == null) {
            return ResultPage.Cell.NONE;
        }
        if (node.isURI()) {
            return new ResultPage.Cell(node.getURI(), href(node.getURI()), "");
        }
        return node.isLiteral()
                ? new ResultPage.Cell(node.getLiteralLexicalForm(), Optional.empty(), node.getLiteralLanguage())
                : new ResultPage.Cell("_:" + node.getBlankNodeLabel(), Optional.empty(), "");
    }

    /** Where an IRI leads: our own page for what we describe, the web for the rest; nowhere for other schemes. */
    private Optional<String> href(String iri) {
        Iris iris = documents.iris();
        if (iri.startsWith(iris.base())) {
            return Optional.of(iri);
        }
        return iri.startsWith("http://") || iri.startsWith("https://") ? Optional.of(iri) : Optional.empty();
    }

    private static List<ResultPage.Download> downloads(QueryRunner.Job job, List<? extends Offer> formats) {
        String encoded = URLEncoder.encode(job.text(), StandardCharsets.UTF_8);
        List<ResultPage.Download> downloads = new ArrayList<>();
        for (Offer format : formats) {
            boolean named = downloads.stream().anyMatch(one -> one.title().equals(format.title()));
            if (!format.suffix().equals("html") && !named) {
                downloads.add(new ResultPage.Download(
                        format.title(),
                        format.mediaType(),
                        job.mode().path() + "?format=" + format.suffix() + "&query=" + encoded));
            }
        }
        return downloads;
    }
}
