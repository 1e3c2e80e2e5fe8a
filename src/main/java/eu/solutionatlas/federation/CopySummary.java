package eu.solutionatlas.federation;

import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * What the copy of a hub's entries is about, as a whole.
 *
 * @param themes that its entries have; empty when that is not known
 * @param regions that its entries have; empty when that is not known
 */
record CopySummary(String hub, CopyWorth worth, Set<Node> themes, Set<Node> regions) {
    private static final Node AT = NodeFactory.createURI("http://www.w3.org/ns/prov#generatedAtTime");
    private static final Node VERSION = NodeFactory.createURI("http://www.w3.org/ns/dcat#version");

    CopySummary {
        themes = Set.copyOf(themes);
        regions = Set.copyOf(regions);
    }

    private static int notTaken(Description copy) {
        return copy.value(ATLAS.entriesNotTaken)
                .filter(number -> number.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** The summary in the document about a copy; empty for any other document. */
    static Optional<CopySummary> read(Copies copies, Node document, Graph graph) {
        Description copy = new Description(graph, document);
        return copies.partnerOf(document)
                .flatMap(hub -> copy.value(AT)
                        .map(at -> new CopySummary(
                                hub,
                                new CopyWorth(at, copy.value(VERSION), notTaken(copy)),
                                Set.copyOf(copy.things(DCAT.theme)),
                                Set.copyOf(copy.things(DCTerms.spatial)))));
    }
}
