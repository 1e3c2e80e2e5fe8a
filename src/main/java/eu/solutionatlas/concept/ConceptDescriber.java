package eu.solutionatlas.concept;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Branch;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.SKOS;

/** Reads the pages of one scheme and its concepts. */
final class ConceptDescriber {
    private static final Map<String, String> KNOWN_SCHEMES = Map.of(
            "http://publications.europa.eu/resource/authority/data-theme/", "EU data theme",
            "http://eurovoc.europa.eu/", "EuroVoc",
            "http://www.wikidata.org/entity/", "Wikidata");

    private record Counted(long version, Map<Node, Integer> counts) {}

    private final Iris iris;
    private final Tagged tagged;
    private final Map<Node, Counted> counted = new ConcurrentHashMap<>();

    ConceptDescriber(Iris iris, Tagged tagged) {
        this.iris = iris;
        this.tagged = tagged;
    }

    /** Entries per concept, counted once per data version. */
    Map<Node, Integer> counts(Snapshot snapshot, Scheme scheme) {
        long version = snapshot.version().number();
        return java.util.Objects.requireNonNull(counted.compute(
                        scheme.iri(),
                        (iri, known) -> known != null && known.version() == version
                                ? known
                                : new Counted(
                                        version,
                                        scheme.hierarchy()
                                                .count(tagged.concepts().of(snapshot)))))
                .counts();
    }

    SchemePage describe(Snapshot snapshot, Scheme scheme, Language language) {
        Linker linker = new Linker(iris, scheme, language);
        return new SchemePage(
                scheme.iri().getURI(),
                scheme.title().in(language.tag(), scheme.iri().getURI()),
                scheme.description().in(language.tag()),
                Branch.of(scheme, scheme.top(), counts(snapshot, scheme), linker));
    }

    ConceptPage describe(Snapshot snapshot, Scheme scheme, Node concept, int page, Language language) {
        Linker linker = new Linker(iris, scheme, language);
        Description description = new Description(snapshot.graph(scheme.iri()), concept);
        Labels names = scheme.of(concept);
        Label name = names.in(language.tag(), concept.getURI());
        return new ConceptPage(
                concept.getURI(),
                Link.to(
                        scheme.title().in(language.tag(), scheme.iri().getURI()),
                        iris.pathOf(scheme.iri().getURI()).orElseThrow()),
                name,
                Linker.others(names, name),
                description.labels(SKOS.definition).in(language.tag()),
                linker.to(scheme.hierarchy().broader(concept)),
                Branch.of(scheme, scheme.hierarchy().narrower(concept), counts(snapshot, scheme), linker),
                matches(description),
                tagged.listing().of(snapshot, scheme.hierarchy().downwards(concept), page, language));
    }

    private static List<ConceptPage.Match> matches(Description concept) {
        List<ConceptPage.Match> matches = new ArrayList<>();
        add(matches, ConceptPage.Degree.EXACT, concept, SKOS.exactMatch);
        add(matches, ConceptPage.Degree.CLOSE, concept, SKOS.closeMatch);
        add(matches, ConceptPage.Degree.BROAD, concept, SKOS.broadMatch);
        add(matches, ConceptPage.Degree.NARROW, concept, SKOS.narrowMatch);
        add(matches, ConceptPage.Degree.RELATED, concept, SKOS.relatedMatch);
        return matches;
    }

    private static void add(
            List<ConceptPage.Match> matches, ConceptPage.Degree degree, Description concept, Property property) {
        concept.things(property).forEach(other -> matches.add(new ConceptPage.Match(degree, link(other.getURI()))));
    }

    /** The schemes that ours is matched with go by numbers and codes, which mean nothing without their names. */
    private static Link link(String iri) {
        return KNOWN_SCHEMES.entrySet().stream()
                .filter(known -> iri.startsWith(known.getKey()))
                .findFirst()
                .map(known -> Link.elsewhere(
                        new Label(
                                known.getValue() + " "
                                        + iri.substring(known.getKey().length()),
                                ""),
                        iri))
                .orElseGet(() -> Link.elsewhere(iri));
    }
}
