package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.web.ProblemException;
import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;

/** Writes triples: one after the other where the format allows, as one graph of bounded size where it does not. */
final class GraphAnswer {
    /** A subject's triples are laid out together, so that many of them are written in parts. */
    private static final int MAX_BLOCK = 5_000;

    private final SparqlSettings settings;
    private final String dump;
    private final PrefixMapping prefixes;

    GraphAnswer(SparqlSettings settings, String dump, PrefixMapping prefixes) {
        this.settings = settings;
        this.dump = dump;
        this.prefixes = prefixes;
    }

    void write(Iterator<Triple> triples, GraphFormat format, AnswerStream out, RunningQuery running) {
        // Computes the first triple before anything is written, for as long as the status is free.
        running.firstRow(triples.hasNext());
        running.check();
        if (format.streams()) {
            stream(triples, format, out, running);
        } else {
            collect(triples, format, out, running);
        }
    }

    private void stream(Iterator<Triple> triples, GraphFormat format, AnswerStream out, RunningQuery running) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, format.format(), ARQ.getContext());
        writer.start();
        prefixes.getNsPrefixMap().forEach(writer::prefix);
        int block = 0;
        while (triples.hasNext()) {
            count(running);
            writer.triple(triples.next());
            if (++block == MAX_BLOCK) {
                block = 0;
                writer.finish();
            }
        }
        running.check();
        writer.finish();
    }

    private void collect(Iterator<Triple> triples, GraphFormat format, AnswerStream out, RunningQuery running) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(prefixes);
        while (triples.hasNext()) {
            count(running);
            Triple triple = triples.next();
            if (format.isXml() && !XmlRows.fits(triple.getObject())) {
                throw new ProblemException(SparqlProblems.notXml());
            }
            graph.add(triple);
            if (graph.size() > settings.maxGraphTriples()) {
                throw new ProblemException(
                        SparqlProblems.tooManyTriples(settings.maxGraphTriples(), format.mediaType(), dump));
            }
        }
        running.check();
        RDFWriter.source(graph).format(format.format()).output(out);
    }

    private void count(RunningQuery running) {
        running.check();
        if (running.countRow() > settings.maxRows()) {
            throw running.end(RunningQuery.Stop.ROWS);
        }
    }
}
