package eu.solutionatlas.concept;

import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.SchemeDescriber;
import eu.solutionatlas.browse.Shelves;
import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.web.Branch;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Page;
import eu.solutionatlas.web.StructuredData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.SKOS;

/** Reads the pages of one scheme and its concepts. */
public final class ConceptDescriber implements SchemeDescriber {
    private static final Map<String, String> KNOWN_SCHEMES = Map.of(
            "http://publications.europa.eu/resource/authority/data-theme/", "EU data theme",
            "http://eurovoc.europa.eu/", "EuroVoc",
            "http://www.wikidata.org/entity/", "Wikidata");

    private static final int SHOWN = 12;

    private final Iris iris;
    private final Shelves entries;
    private final Facet facet;

    /**
     * @param entries that the scheme sorts
     * @param facet of theirs that has the concepts as values
     */
    public ConceptDescriber(Iris iris, Shelves entries, Facet facet) {
        this.iris = iris;
        this.entries = entries;
        this.facet = facet;
    }

    @Override
    public Page scheme(CatalogueView view, Scheme scheme, Frame frame) {
        String language = frame.language().tag();
        Linker linker = new Linker(iris, scheme, frame.language());
        Label title = scheme.title().in(language, scheme.iri().getURI());
        Optional<Label> description = scheme.description().in(language);
        Map<Node, Integer> counts = entries.counts(view.search(), facet, scheme);
        SchemePage page = new SchemePage(
                scheme.iri().getURI(), title, description, Branch.of(scheme, scheme.top(), counts, linker));
        return new Page(
                "concept/scheme.jte", title.text(), description.map(Label::text).orElse(""), page);
    }

    @Override
    public Page concept(CatalogueView view, Scheme scheme, Node concept, Frame frame) {
        ConceptPage page = page(view, scheme, concept, frame.language());
        return new Page(
                "concept/page.jte",
                page.name().text(),
                page.definition().map(Label::text).orElse(""),
                page,
                StructuredData.of("DefinedTerm", page.iri())
                        .with("name", page.name().text())
                        .with("description", page.definition().map(Label::text))
                        .with("inDefinedTermSet", scheme.iri().getURI()));
    }

    private ConceptPage page(CatalogueView view, Scheme scheme, Node concept, Language language) {
        Linker linker = new Linker(iris, view.vocabulary().names(), language);
        Description description = new Description(view.snapshot().graph(scheme.iri()), concept);
        Labels names = scheme.of(concept);
        Label name = names.in(language.tag(), concept.getURI());
        Map<Node, Integer> counts = entries.counts(view.search(), facet, scheme);
        return new ConceptPage(
                concept.getURI(),
                Link.to(
                        scheme.title().in(language.tag(), scheme.iri().getURI()),
                        iris.pathOf(scheme.iri().getURI()).orElseThrow()),
                name,
                Linker.others(names, name),
                description.labels(SKOS.definition).in(language.tag()),
                linker.to(scheme.hierarchy().broader(concept)),
                Branch.of(scheme, scheme.hierarchy().narrower(concept), counts, linker),
                matches(description),
                entries.cut(view.search(), facet, Background.value(concept), SHOWN, linker),
                entries.catalogue().kind());
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
