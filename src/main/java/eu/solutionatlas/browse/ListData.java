package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.GraphStream;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.search.Answer;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.search.Question;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Representation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * A whole list in the forms for programs.
 *
 * @param names of concepts, regions and hubs, which outlive any reading of the data
 * @param siteName what this hub is called
 */
record ListData(Selection selection, Session session, Names names, String siteName, Documents documents) {
    /**
     * The list in a form that has no end but that of the list.
     *
     * @throws Pace.TooSlow when its reader is too slow, so that what has come so far is not whole
     */
    void write(Representation representation, String language, OutputStream out, Pace pace) throws IOException {
        if (representation.equals(Representation.CSV)) {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            EntryTable table = new EntryTable(
                    selection.catalogue().columns(),
                    names,
                    new EntryTable.Hub(documents.iris(), siteName),
                    language,
                    writer);
            session.each(selection.question(language), hit -> {
                pace.step();
                table.add(hit);
            });
            table.finish();
            return;
        }
        GraphStream stream = documents.stream(representation, out);
        session.each(selection.question(language), hit -> {
            pace.step();
            stream.add(graph(hit), hit.thing());
        });
        stream.finish();
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
