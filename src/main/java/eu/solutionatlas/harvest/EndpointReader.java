package eu.solutionatlas.harvest;

import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Fault;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.Queries;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * Reads all entries of a hub that has nothing but a SPARQL endpoint: a list of them, then their statements some at a
 * time, then the list again. When the two lists differ, the hub was changed meanwhile and is read anew.
 */
final class EndpointReader {
    private static final int BLOCK = 100;
    private static final int ROUNDS = 3;
    private static final Query LIST = Queries.load(EndpointReader.class, "list.rq");
    private static final Query DESCRIBE = Queries.load(EndpointReader.class, "describe.rq");
    private static final Var THING = Var.alloc("thing");

    private final EndpointClient client;

    EndpointReader(Outbound outbound, HarvestSettings settings) {
        this.client = new EndpointClient(outbound, settings);
    }

    /** What came of reading. */
    sealed interface Outcome {
        /** All entries are in the file. */
        record Read() implements Outcome {}

        record Failed(String reason) implements Outcome {}

        record Broken(String reason) implements Outcome {}
    }

    /** Ends a reading that cannot be finished. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Outcome outcome;

        Stopped(Outcome outcome) {
            super("stopped", null, false, false);
            this.outcome = outcome;
        }
    }

    Outcome read(URI endpoint, Partner partner, Path target, Cancel cancel) throws IOException {
        try {
            List<Node> before = list(endpoint, cancel);
            for (int round = 0; round < ROUNDS; round++) {
                describe(endpoint, partner, before, target, cancel);
                List<Node> after = list(endpoint, cancel);
                if (after.equals(before)) {
                    return new Outcome.Read();
                }
                before = after;
            }
            return new Outcome.Failed("its entries changed each of the " + ROUNDS + " times that they were read");
        } catch (Stopped e) {
            return e.outcome;
        }
    }

    private List<Node> list(URI endpoint, Cancel cancel) throws Stopped {
        return answer(client.select(endpoint, LIST, THING, cancel)).stream()
                .filter(Node::isURI)
                .toList();
    }

    private void describe(URI endpoint, Partner partner, List<Node> things, Path target, Cancel cancel)
            throws IOException, Stopped {
        List<Node> own = new ArrayList<>();
        List<Node> others = new ArrayList<>();
        for (Node thing : things) {
            // What the hub does not speak for is kept out later, with a finding; it need not be fetched for that.
            boolean askable = partner.speaksFor(thing.getURI()) && EndpointClient.isPlainIri(thing.getURI());
            (askable ? own : others).add(thing);
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int from = 0; from < own.size(); from += BLOCK) {
                List<Node> block = own.subList(from, Math.min(own.size(), from + BLOCK));
                Splitter.write(answer(client.construct(endpoint, about(block), cancel)), out);
            }
            Splitter.write(claims(others), out);
        } catch (BrokenInputException e) {
            throw new Stopped(new Outcome.Broken(String.valueOf(e.getMessage())));
        }
    }

    /** Just enough of the entries that are not the hub's own for the report to name them. */
    private static Graph claims(List<Node> things) {
        Graph graph = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
        things.stream()
                .filter(thing -> EndpointClient.isPlainIri(thing.getURI()))
                .forEach(thing -> graph.add(
                        thing,
                        org.apache.jena.vocabulary.RDF.type.asNode(),
                        eu.solutionatlas.rdf.vocab.ATLAS.Solution));
        return graph;
    }

    /** The query about some entries, put in as terms. */
    private static Query about(List<Node> things) {
        ElementData values = new ElementData();
        values.add(THING);
        things.forEach(thing -> values.add(BindingFactory.binding(THING, thing)));
        Query query = DESCRIBE.cloneQuery();
        ElementGroup group = new ElementGroup();
        group.addElement(values);
        group.addElement(query.getQueryPattern());
        query.setQueryPattern(group);
        return query;
    }

    private static <T> T answer(eu.solutionatlas.outbound.Outcome<T> outcome) throws Stopped {
        return switch (outcome) {
            case eu.solutionatlas.outbound.Outcome.Answered<T> answered -> answered.value();
            case eu.solutionatlas.outbound.Outcome.Failed<T> failed -> throw new Stopped(outcome(failed.fault()));
        };
    }

    private static Outcome outcome(Fault fault) {
        boolean broken = fault.kind() == Fault.Kind.MALFORMED || fault.kind() == Fault.Kind.WRONG_TYPE;
        return broken ? new Outcome.Broken(fault.words()) : new Outcome.Failed(fault.words());
    }

    /** Whether an endpoint answers SPARQL at all, and how its entries' IRIs look. */
    eu.solutionatlas.outbound.Outcome<List<Node>> sample(URI endpoint, int limit, Cancel cancel) {
        Query query = LIST.cloneQuery();
        query.setLimit(limit);
        return client.select(endpoint, query, THING, cancel);
    }

    Optional<Fault> probe(URI endpoint, Cancel cancel) {
        return client.probe(endpoint, cancel);
    }
}
