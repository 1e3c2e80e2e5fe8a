package eu.solutionatlas.actor;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SchemaDO;

/**
 * An actor as the search reads it.
 *
 * @param networks that it is a member of
 * @param town of its seat
 */
record ActorEntry(
        Node thing, Labels title, Optional<Node> kind, List<Node> regions, List<Node> networks, Optional<String> town) {
    static final String KIND = "actor";

    /** What a graph says of the actor that it is about; empty when it is about none. */
    static Optional<ActorEntry> read(Graph graph, Node thing) {
        Description actor = new Description(graph, thing);
        if (!actor.has(RDF.type.asNode(), ATLAS.Actor)) {
            return Optional.empty();
        }
        return Optional.of(new ActorEntry(
                thing,
                actor.labels(FOAF.name),
                actor.thing(ATLAS.actorKind),
                actor.things(DCTerms.spatial),
                actor.things(ORG.memberOf),
                actor.value(SchemaDO.addressLocality)));
    }

    /** Everything that it links to. */
    Collection<Node> links() {
        List<Node> links = new ArrayList<>(regions);
        links.addAll(networks);
        kind.ifPresent(links::add);
        return links;
    }
}
