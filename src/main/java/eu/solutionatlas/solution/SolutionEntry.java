package eu.solutionatlas.solution;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * A solution as the search reads it.
 *
 * @param entered the day on which it came into the catalogue, as written; empty when that is not said
 */
record SolutionEntry(
        Node thing,
        Labels title,
        List<Node> themes,
        List<Node> regions,
        List<Node> providers,
        List<Node> adopters,
        List<Node> parents,
        Optional<Node> status,
        String entered) {
    static final String KIND = "solution";

    /** What the graph of a document says of the solution it is about; empty when it is about none. */
    static Optional<SolutionEntry> read(Graph graph, Topic topic) {
        Node thing = topic.thing();
        Description solution = new Description(graph, thing);
        if (!solution.has(RDF.type.asNode(), ATLAS.Solution)) {
            return Optional.empty();
        }
        return Optional.of(new SolutionEntry(
                thing,
                solution.labels(DCTerms.title),
                solution.things(DCAT.theme),
                solution.things(DCTerms.spatial),
                solution.things(ATLAS.provider),
                solution.things(ATLAS.adopter),
                solution.things(ATLAS.buildsOn),
                solution.thing(ATLAS.status),
                new Description(graph, topic.record()).value(DCTerms.issued).orElse("")));
    }

    /** Everything that it links to. */
    Collection<Node> links() {
        List<Node> links = new ArrayList<>(themes);
        links.addAll(regions);
        links.addAll(providers);
        links.addAll(adopters);
        links.addAll(parents);
        status.ifPresent(links::add);
        return links;
    }
}
