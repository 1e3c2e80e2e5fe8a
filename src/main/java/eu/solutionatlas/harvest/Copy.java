package eu.solutionatlas.harvest;

import eu.solutionatlas.rdf.vocab.ATLAS;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;

/**
 * What is said of copies, beside what the partner says of the entries.
 *
 * @param hub the partner as a thing of our register
 * @param source where the entries came from: a dump or an endpoint
 * @param version the partner's data version, if it has one
 * @param at when they came
 */
record Copy(Node hub, String source, Optional<String> version, Instant at) {
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final Node DERIVED_FROM = NodeFactory.createURI(PROV + "wasDerivedFrom");
    private static final Node GENERATED_AT = NodeFactory.createURI(PROV + "generatedAtTime");
    private static final Node VERSION = NodeFactory.createURI("http://www.w3.org/ns/dcat#version");

    /** The whole graph of a copied entry. */
    Collection<Triple> entry(Node document, Candidate candidate) {
        Node thing = candidate.things().iterator().next();
        boolean hasRecord = candidate.recordsOf(thing).stream().anyMatch(Node::isURI);
        List<Triple> triples = new ArrayList<>(candidate.triples());
        String from = candidate.name().isURI() && hasRecord ? candidate.name().getURI() : source;
        triples.add(Triple.create(document, DCTerms.publisher.asNode(), hub));
        describe(triples, document, from);
        if (!hasRecord) {
            triples.add(Triple.create(document, FOAF.primaryTopic.asNode(), thing));
        }
        return triples;
    }

    /** The graph about the copy as a whole. */
    Collection<Triple> whole(Node document, int entries, int notTaken) {
        List<Triple> triples = new ArrayList<>();
        triples.add(Triple.create(document, FOAF.primaryTopic.asNode(), hub));
        describe(triples, document, source);
        triples.add(Triple.create(document, VOID.entities.asNode(), number(entries)));
        if (notTaken > 0) {
            triples.add(Triple.create(document, ATLAS.entriesNotTaken, number(notTaken)));
        }
        return triples;
    }

    private static Node number(int value) {
        return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
    }

    /** How many entries the graph about a copy as a whole says that it lacks. */
    static int notTaken(Stream<Triple> whole) {
        return whole.filter(triple -> triple.getPredicate().equals(ATLAS.entriesNotTaken))
                .map(triple -> Integer.parseInt(triple.getObject().getLiteralLexicalForm()))
                .findFirst()
                .orElse(0);
    }

    private void describe(List<Triple> triples, Node document, String from) {
        triples.add(Triple.create(document, DERIVED_FROM, NodeFactory.createURI(from)));
        triples.add(Triple.create(
                document,
                GENERATED_AT,
                NodeFactory.createLiteralDT(at.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime)));
        version.ifPresent(
                number -> triples.add(Triple.create(document, VERSION, NodeFactory.createLiteralString(number))));
    }

    /** Whether a copy holds just what the partner says now, whenever and at whatever version it was copied. */
    static boolean isSame(Collection<Triple> copied, Node document, List<Triple> candidate) {
        List<Triple> theirs = copied.stream()
                .filter(triple -> !triple.getSubject().equals(document))
                .toList();
        Set<Triple> now = new HashSet<>(candidate);
        Set<Triple> before = new HashSet<>(theirs);
        if (now.equals(before)) {
            return true;
        }
        if (now.size() != before.size() || now.stream().noneMatch(Copy::hasBlankNode)) {
            return false;
        }
        return graph(now).isIsomorphicWith(graph(before));
    }

    private static boolean hasBlankNode(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }

    private static Graph graph(Collection<Triple> triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }
}
