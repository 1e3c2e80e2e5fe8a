package eu.solutionatlas.harvest;

import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;

/**
 * An entry as it came from a partner, not yet checked.
 *
 * @param name what its graph is called over there: its document, or the thing itself
 * @param triples in the order they came
 */
record Candidate(Node name, List<Triple> triples) {
    /** What its statements say is a solution or an actor. */
    Set<Node> things() {
        Set<Node> things = new LinkedHashSet<>();
        for (Triple triple : triples) {
            if (isEntryType(triple) && triple.getSubject().isURI()) {
                things.add(triple.getSubject());
            }
        }
        return things;
    }

    /** {@code solution} or {@code actor}, by the class of a thing; a thing of both is a solution. */
    String kindOf(Node thing) {
        return says(thing, RDF.type.asNode(), ATLAS.Solution) ? "solution" : "actor";
    }

    /** What says that it is the record about a thing; a thing without one has none. */
    Set<Node> recordsOf(Node thing) {
        Set<Node> records = new LinkedHashSet<>();
        for (Triple triple : triples) {
            if (triple.getPredicate().equals(FOAF.primaryTopic.asNode())
                    && triple.getObject().equals(thing)) {
                records.add(triple.getSubject());
            }
        }
        return records;
    }

    /** Whether it says that the entry was removed. */
    boolean isTombstone() {
        return says(name, RDF.type.asNode(), AS.Tombstone);
    }

    private boolean says(Node subject, Node predicate, Node object) {
        return triples.stream().anyMatch(triple -> triple.matches(subject, predicate, object));
    }

    static boolean isEntryType(Triple triple) {
        return triple.getPredicate().equals(RDF.type.asNode())
                && (triple.getObject().equals(ATLAS.Solution)
                        || triple.getObject().equals(ATLAS.Actor));
    }
}
