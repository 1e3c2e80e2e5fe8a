package eu.solutionatlas.hub;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** Reads the page of the hub out of its graph. */
final class HubDescriber {
    private final Hub hub;

    HubDescriber(Hub hub) {
        this.hub = hub;
    }

    HubPage describe(Snapshot snapshot, Graph graph, Linker linker) {
        Language language = linker.language();
        Description self = new Description(graph, hub.thing());
        return new HubPage(
                hub.thing().getURI(),
                self.labels(FOAF.name).in(language.tag(), hub.thing().getURI()),
                self.labels(DCTerms.description).in(language.tag()),
                linker.to(self.things(DCTerms.spatial)),
                links(self.things(DCTerms.license)),
                hub.imprint(snapshot).contact().map(Link::elsewhere).stream().toList(),
                links(self.things(FOAF.homepage)),
                catalogues(graph, language),
                new Description(graph, hub.document()).day(DCTerms.issued));
    }

    private static List<HubPage.Catalogue> catalogues(Graph graph, Language language) {
        return graph
                .find(Node.ANY, RDF.type.asNode(), DCAT.Catalog.asNode())
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Node::toString))
                .map(node -> new Description(graph, node))
                .map(catalogue -> new HubPage.Catalogue(
                        catalogue.subject().toString(),
                        catalogue
                                .labels(DCTerms.title)
                                .in(language.tag(), catalogue.subject().toString()),
                        catalogue.labels(DCTerms.description).in(language.tag())))
                .toList();
    }

    private static List<Link> links(List<Node> things) {
        return things.stream().map(thing -> Link.elsewhere(thing.getURI())).toList();
    }
}
