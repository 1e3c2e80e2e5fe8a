package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.GraphStream;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.search.Answer;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.search.Question;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.sheet.SheetTable;
import eu.solutionatlas.sheet.SpreadsheetFile;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Representation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * A whole list in the forms for programs.
 *
 * @param names of concepts, regions and hubs, which outlive any reading of the data
 */
record ListData(Selection selection, Session session, Names names, Documents documents) {
    /**
     * The list in a form that has no end but that of the list.
     *
     * @param frame of the list in that form
     * @throws Pace.TooSlow when its reader is too slow, so that what has come so far is not whole
     */
    void write(Representation representation, Frame frame, OutputStream out, Pace pace) throws IOException {
        if (representation.equals(Representation.CSV)) {
            csv(frame, out, pace);
        } else if (representation.equals(Representation.XLSX)) {
            xlsx(frame, out, pace);
        } else {
            GraphStream stream = documents.stream(representation, out);
            each(frame, pace, hit -> stream.add(graph(hit), hit.thing(), hit.document()));
            stream.finish();
        }
    }

    /** RFC 4180. */
    private void csv(Frame frame, OutputStream out, Pace pace) throws IOException {
        EntryTable table = table(frame);
        CSVPrinter printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        printer.printRecord(table.head());
        each(frame, pace, hit -> printer.printRecord(table.row(hit)));
        printer.flush();
    }

    /** Put together in a temporary file first, since what spreadsheets are packed in cannot be told the time while it is sent. */
    private void xlsx(Frame frame, OutputStream out, Pace pace) throws IOException {
        EntryTable table = table(frame);
        try (SpreadsheetFile file = new SpreadsheetFile(Path.of(System.getProperty("java.io.tmpdir")))) {
            SheetTable sheet = file.table(selection.catalogue().kind(), table.head(), table.numbers());
            each(frame, pace, hit -> sheet.add(table.row(hit)));
            sheet.finish();
            file.text("about", about(frame));
            LocalDateTime at = LocalDateTime.ofInstant(session.version().at(), ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.SECONDS);
            file.finish(at, pace.of(out));
        }
    }

    /** What the table is, for whoever finds the file a year later. */
    private List<String> about(Frame frame) {
        return List.of(
                frame.siteName(),
                frame.title(),
                frame.canonical(),
                frame.text(
                        "cite.version",
                        frame.number(session.version().number()),
                        frame.moment(session.version().at())),
                frame.licence().nameAndIri());
    }

    private EntryTable table(Frame frame) {
        return new EntryTable(
                selection.catalogue().columns(),
                names,
                new EntryTable.Hub(documents.iris(), frame.siteName()),
                frame.language().tag());
    }

    /** Takes entries one by one. */
    @FunctionalInterface
    private interface Taker {
        void take(Hit hit) throws IOException;
    }

    private void each(Frame frame, Pace pace, Taker taker) {
        session.each(selection.question(frame.language().tag()), hit -> {
            pace.step();
            try {
                taker.take(hit);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * A page of the list as a feed, the newest entries first.
     *
     * @throws eu.solutionatlas.web.ProblemException 404 when the feed ends before that page
     */
    byte[] feed(String title, Address list, Frame frame, int number) {
        Question newest = selection
                .withOrder(Question.Order.NEWEST)
                .question(frame.language().tag());
        Paging page = Paging.of(number, EntryFeed.SIZE, session.count(newest));
        Answer answer = session.answer(newest, (number - 1) * EntryFeed.SIZE, EntryFeed.SIZE);
        return new EntryFeed(frame, names).write(title, list, page, answer.hits());
    }

    private Graph graph(Hit hit) {
        Graph graph = hit.gist();
        graph.add(Triple.create(
                hit.thing(), RDF.type.asNode(), selection.catalogue().type()));
        hit.title().addTo(graph, hit.thing(), selection.catalogue().title());
        hit.text().addTo(graph, hit.thing(), DCTerms.description.asNode());
        return graph;
    }
}
