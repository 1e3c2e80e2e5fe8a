package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.vocab.AS;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What the page of a removed entry shows.
 *
 * @param removed when it was removed
 * @param reason why
 */
public record Tombstone(Optional<LocalDate> removed, Optional<Label> reason) {

    /** Reads it from the graph that is kept in place of the entry's. */
    public static Tombstone of(Graph graph, Language language) {
        return graph.find(Node.ANY, RDF.type.asNode(), AS.Tombstone).mapWith(Triple::getSubject).toList().stream()
                .findFirst()
                .map(subject -> new Description(graph, subject))
                .map(tombstone -> new Tombstone(
                        tombstone.day(AS.deleted),
                        tombstone.labels(DCTerms.description).in(language.tag())))
                .orElse(new Tombstone(Optional.empty(), Optional.empty()));
    }
}
