package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Offer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.RowSet;

/** Results for people: as a table, and where they can be drawn, as a chart or a map. */
final class ResultPages {
    /**
     * What a page is made of beside the result.
     *
     * @param snapshot that the query ran on
     * @param remarks on an answer of several hubs
     * @param absent IRIs of the query that occur nowhere, asked for when nothing was found; empty when that is not known
     */
    record Setting(
            Frame frame,
            QueryRunner.Job job,
            Snapshot snapshot,
            RunningQuery running,
            Optional<QueryMode.Remarks> remarks,
            Supplier<Optional<List<String>>> absent) {}

    private final Documents documents;
    private final KnownSchemes schemes;

    ResultPages(Documents documents, KnownSchemes schemes) {
        this.documents = documents;
        this.schemes = schemes;
    }

    /** The frame of a result. To be made outside of a read of the store. */
    Frame frame(QueryRunner.Job job) {
        return documents.frame(
                SameQuery.of(job).page(view(job)), List.of(), job.request().reader());
    }

    private static ResultView view(QueryRunner.Job job) {
        return ResultView.of(job.request().parameters().one(ResultView.PARAMETER));
    }

    /** Rows as a page. */
    byte[] rows(Setting setting, RowSet rows) {
        setting.running().firstRow(rows.hasNext());
        Shown shown = Shown.of(rows);
        return page(setting, shown, bodies(setting, shown), RowsFormat.ALL);
    }

    /** Triples as a page. */
    byte[] triples(Setting setting, Iterator<Triple> triples) {
        setting.running().firstRow(triples.hasNext());
        Frame frame = setting.frame();
        List<String> columns =
                List.of(frame.text("sparql.subject"), frame.text("sparql.property"), frame.text("sparql.value"));
        Shown shown = Shown.of(triples, columns, setting.running());
        return page(setting, shown, Bodies.of(table(shown)), GraphFormat.ALL);
    }

    /** Yes or no as a page. */
    byte[] truth(Setting setting, boolean answer) {
        Frame frame = setting.frame();
        ResultPage.Cell word =
                new ResultPage.Cell(answer ? frame.text("sparql.yes") : frame.text("sparql.no"), Optional.empty(), "");
        Shown shown = new Shown(List.of(frame.text("sparql.answer")), List.of(List.of(Optional.empty())), false);
        ResultPage.Body table = new ResultPage.Table(shown.columns(), List.of(List.of(word)));
        return page(setting, shown, Bodies.of(table), RowsFormat.ALL);
    }

    /** The result in each way that it can be shown. */
    private Bodies bodies(Setting setting, Shown shown) {
        List<ResultPage.Body> bodies = new ArrayList<>(List.of(table(shown)));
        Map<String, Scheme> known = schemes.at(setting.snapshot());
        ConceptNames names =
                ConceptNames.of(known.values(), shown, setting.frame().language());
        List<BarChart> charts = Charts.of(shown, value -> named(value, names), setting.frame());
        if (!charts.isEmpty()) {
            bodies.add(new ResultPage.Bars(charts));
        }
        Mapping mapping = schemes.regions(setting.snapshot())
                .map(scheme ->
                        new ResultMaps(schemes, scheme).of(shown, setting.job().query(), setting.frame()))
                .orElseGet(Mapping.NoRegions::new);
        if (mapping instanceof Mapping.Drawn drawn) {
            bodies.add(new ResultPage.Mapped(drawn.map()));
        }
        return new Bodies(bodies, mapping);
    }

    /**
     * A result in each way that it can be shown.
     *
     * @param mapping why there is no map among them, if there is none
     */
    private record Bodies(List<ResultPage.Body> all, Mapping mapping) {
        /** A result that can be shown in one way only. */
        static Bodies of(ResultPage.Body only) {
            return new Bodies(List.of(only), new Mapping.NoRegions());
        }
    }

    private ResultPage.Body table(Shown shown) {
        return new ResultPage.Table(
                shown.columns(),
                shown.rows().stream()
                        .map(row -> row.stream().map(this::cell).toList())
                        .toList());
    }

    private static ResultView viewOf(ResultPage.Body body) {
        return switch (body) {
            case ResultPage.Table table -> ResultView.TABLE;
            case ResultPage.Bars bars -> ResultView.CHART;
            case ResultPage.Mapped mapped -> ResultView.MAP;
        };
    }

    private byte[] page(Setting setting, Shown shown, Bodies shapes, List<? extends Offer> formats) {
        Frame frame = setting.frame();
        SameQuery query = SameQuery.of(setting.job());
        ResultView asked = view(setting.job());
        boolean empty = shown.rows().isEmpty();
        List<ResultPage.Body> bodies = shapes.all();
        ResultPage.Body body =
                bodies.stream().filter(one -> viewOf(one) == asked).findFirst().orElse(bodies.getFirst());
        Optional<ResultPage.Origin> origin =
                setting.remarks().map(known -> known.origin().apply(frame));
        ResultPage page = new ResultPage(
                new QueryForm(query.path(), query.text(), fields(query, asked)),
                outcome(setting, shown, origin.map(ResultPage.Origin::live).orElse(true)),
                empty || bodies.size() == 1 ? List.of() : views(frame, query, bodies, body),
                viewOf(body) == asked || empty ? Optional.empty() : asked.unfit(shapes.mapping(), frame),
                empty ? Optional.empty() : Optional.of(body),
                downloads(query, formats),
                origin,
                CopyAs.of(absolute(query.endpoint()), setting.job().query(), query.text()),
                absolute(query.link()));
        Frame titled =
                frame.about(frame.text("sparql.result"), "", setting.snapshot().version());
        return documents.page("sparql/result.jte", titled, page);
    }

    /** Whoever looks at a chart and changes the query wants to see a chart again. */
    private static List<QueryForm.Field> fields(SameQuery query, ResultView view) {
        List<QueryForm.Field> fields = new ArrayList<>(query.kept());
        if (view != ResultView.TABLE) {
            fields.add(new QueryForm.Field(ResultView.PARAMETER, view.word()));
        }
        return fields;
    }

    private static ResultPage.Outcome outcome(Setting setting, Shown shown, boolean whole) {
        Frame frame = setting.frame();
        var version = setting.snapshot().version();
        return new ResultPage.Outcome(
                shown.more(),
                Outcomes.of(frame, setting.job().query(), shown.rows().size(), shown.more(), whole),
                frame.text(
                        "sparql.version",
                        frame.number(version.number()),
                        frame.number(setting.running().millis()),
                        frame.date(LocalDate.ofInstant(version.at(), ZoneOffset.UTC))),
                (shown.rows().isEmpty() || Outcomes.isNought(setting.job().query(), shown))
                                && !Outcomes.isPart(setting.job().query())
                        ? setting.absent()
                                .get()
                                .map(absent -> Outcomes.hints(frame, absent))
                                .orElse(List.of())
                        : List.of());
    }

    private static List<ResultPage.View> views(
            Frame frame, SameQuery query, List<ResultPage.Body> bodies, ResultPage.Body shown) {
        List<ResultView> known = bodies.stream().map(ResultPages::viewOf).toList();
        return Arrays.stream(ResultView.values())
                .filter(known::contains)
                .map(view -> new ResultPage.View(
                        view.title(frame), frame.to(query.page(view).target()), view == viewOf(shown)))
                .toList();
    }

    private String absolute(String path) {
        return documents.iris().base() + path.substring(1);
    }

    private ResultPage.Cell cell(Optional<Node> value) {
        return value.map(this::cell).orElse(ResultPage.Cell.NONE);
    }

    private ResultPage.Cell cell(Node node) {
        if (node.isURI()) {
            return new ResultPage.Cell(node.getURI(), href(node.getURI()), "");
        }
        return node.isLiteral()
                ? new ResultPage.Cell(node.getLiteralLexicalForm(), Optional.empty(), node.getLiteralLanguage())
                : new ResultPage.Cell("_:" + node.getBlankNodeLabel(), Optional.empty(), "");
    }

    /** A bar is for the eye: a theme or a region stands there by its name. Tables have what programs get. */
    private ResultPage.Cell named(Optional<Node> value, ConceptNames names) {
        ResultPage.Cell plain = cell(value);
        return value.flatMap(names::of)
                .map(label -> new ResultPage.Cell(label.text(), plain.href(), label.language()))
                .orElse(plain);
    }

    /** Where an IRI leads: our own page for what we describe, the web for the rest; nowhere for other schemes. */
    private static Optional<String> href(String iri) {
        return iri.startsWith("http://") || iri.startsWith("https://") ? Optional.of(iri) : Optional.empty();
    }

    private static List<ResultPage.Download> downloads(SameQuery query, List<? extends Offer> formats) {
        List<ResultPage.Download> downloads = new ArrayList<>();
        for (Offer format : formats) {
            boolean named = downloads.stream().anyMatch(one -> one.title().equals(format.title()));
            if (!format.suffix().equals("html") && !named) {
                downloads.add(new ResultPage.Download(format.title(), format.mediaType(), query.in(format.suffix())));
            }
        }
        return downloads;
    }
}
