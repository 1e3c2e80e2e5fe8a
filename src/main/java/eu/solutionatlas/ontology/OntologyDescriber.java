package eu.solutionatlas.ontology;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Reads the page of the ontology out of its graph. */
final class OntologyDescriber {
    static final Node ONTOLOGY = NodeFactory.createURI(Iris.SHARED + "ns");

    private OntologyDescriber() {}

    static OntologyPage describe(Graph graph, Language language, Editions editions) {
        Description ontology = new Description(graph, ONTOLOGY);
        List<OntologyPage.Term> own = new ArrayList<>();
        List<OntologyPage.Term> reused = new ArrayList<>();
        graph
                .find(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toSet()
                .stream()
                .sorted(Comparator.comparing(term -> Prefixes.shorten(term.getURI())))
                .map(node -> term(new Description(graph, node), language, editions))
                .forEach(term -> (term.iri().startsWith(ATLAS.NS) ? own : reused).add(term));
        return new OntologyPage(
                ONTOLOGY.getURI(),
                ontology.labels(DCTerms.title).in(language.tag(), ONTOLOGY.getURI()),
                ontology.labels(DCTerms.description).in(language.tag()),
                ontology.value(OWL2.versionInfo),
                DiagramLayout.of(new ClassModel(graph, language.tag())),
                own,
                reused,
                editions);
    }

    private static OntologyPage.Term term(Description term, Language language, Editions editions) {
        String iri = term.subject().getURI();
        Labels labels = term.labels(RDFS.label);
        Label label = labels.in(language.tag(), iri);
        String shortName = Prefixes.shorten(iri);
        return new OntologyPage.Term(
                iri.startsWith(ATLAS.NS) ? iri.substring(ATLAS.NS.length()) : shortName.replace(':', '-'),
                iri,
                shortName,
                label,
                Linker.others(labels, label),
                term.labels(RDFS.comment).in(language.tag()),
                term.labels(SKOS.scopeNote).in(language.tag()).stream().toList(),
                Stream.concat(links(term, RDFS.subClassOf.asNode()), links(term, RDFS.subPropertyOf.asNode()))
                        .toList(),
                links(term, RDFS.domain.asNode()).toList(),
                links(term, RDFS.range.asNode()).toList(),
                sample(term, editions));
    }

    /** Samples are written with the terms of now. */
    private static Optional<String> sample(Description term, Editions editions) {
        return editions.shown().isEmpty() && term.has(RDF.type.asNode(), OWL2.Class.asNode())
                ? OntologyFiles.sample(term.subject().getLocalName())
                : Optional.empty();
    }

    /** To the place on this page for our own terms, to their vocabulary for others. */
    private static Stream<Link> links(Description term, Node property) {
        return term.things(property).stream().map(other -> {
            String iri = other.getURI();
            Label name = new Label(Prefixes.shorten(iri), "");
            return iri.startsWith(ATLAS.NS)
                    ? Link.to(name, "/ns#" + iri.substring(ATLAS.NS.length()))
                    : Link.elsewhere(name, iri);
        });
    }
}
