package eu.solutionatlas.solution;

import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.EntryDescriber;
import eu.solutionatlas.browse.Origin;
import eu.solutionatlas.browse.Shelves;
import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Page;
import eu.solutionatlas.web.StructuredData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SchemaDO;

/** Reads the page of a solution out of its graph. */
public final class SolutionDescriber implements EntryDescriber {
    private static final int MOST_CHILDREN = 50;

    private final Iris iris;
    private final Shelves solutions;
    private final RelatedSolutions related;

    /** @param solutions the list that related ones are found in */
    public SolutionDescriber(Iris iris, Shelves solutions) {
        this.iris = iris;
        this.solutions = solutions;
        this.related = new RelatedSolutions(solutions);
    }

    @Override
    public Page describe(CatalogueView view, Graph graph, Topic topic, Frame frame) {
        SolutionPage page = page(view, graph, topic, frame);
        return new Page(
                "solution/page.jte",
                page.title().text(),
                page.summary().map(Label::text).orElse(""),
                page,
                about(page));
    }

    /** A solution is a service to the people of a region, whatever software it is made of. */
    private StructuredData about(SolutionPage page) {
        return StructuredData.of("Service", page.iri())
                .with("name", page.title().text())
                .with("description", page.summary().map(Label::text))
                .with("mainEntityOfPage", page.document())
                .withAll("provider", all("Organization", page.providers()))
                .withAll("areaServed", all("AdministrativeArea", page.regions()))
                .with(
                        "category",
                        page.themes().stream()
                                .map(theme -> theme.label().text())
                                .toList())
                .with(
                        "sameAs",
                        page.homepages().stream()
                                .flatMap(link -> link.href().stream())
                                .toList());
    }

    private List<StructuredData> all(String type, List<Link> links) {
        return links.stream().map(link -> StructuredData.of(type, link, iris)).toList();
    }

    private SolutionPage page(CatalogueView view, Graph graph, Topic topic, Frame frame) {
        Language language = frame.language();
        Node thing = topic.thing();
        Description solution = new Description(graph, thing);
        Description record = new Description(graph, topic.record());
        Linker linker = new Linker(iris, view.vocabulary().names(), language);
        Labels titles = solution.labels(DCTerms.title);
        Labels summaries = solution.labels(DCTerms.description);
        Label title = titles.in(language.tag(), thing.getURI());
        Optional<Label> summary = summaries.in(language.tag());
        List<Node> children = view.searching()
                .map(session -> solutions.things(session, Facet.BUILDS_ON, linker.value(thing), MOST_CHILDREN, linker))
                .orElse(List.of());
        return new SolutionPage(
                thing.getURI(),
                topic.document().getURI(),
                title,
                summary,
                translations(titles, title, summaries, summary),
                solution.thing(ATLAS.status).map(status -> status(solution, linker.to(status))),
                confidence(record),
                linker.to(solution.things(DCAT.theme)),
                linker.to(solution.things(DCTerms.spatial)),
                linker.to(solution.things(ATLAS.provider)),
                linker.to(solution.things(ATLAS.adopter)),
                solution.value(ATLAS.startYear),
                solution.labels(ATLAS.funding).in(language.tag()).stream().toList(),
                solution.things(DCTerms.license).stream()
                        .map(SolutionDescriber::licence)
                        .toList(),
                elsewhere(solution.things(SchemaDO.codeRepository)),
                Stream.concat(solution.things(DCAT.landingPage).stream(), solution.things(FOAF.homepage).stream())
                        .map(page -> Link.elsewhere(page.getURI()))
                        .toList(),
                linker.to(solution.things(ATLAS.buildsOn)),
                linker.to(children),
                related(view, graph, topic, linker),
                solution.texts(DCAT.keyword.asNode()),
                elsewhere(record.things(DCTerms.source)),
                record.day(DCTerms.issued),
                record.day(DCTerms.modified),
                Origin.of(graph, topic, linker));
    }

    private Optional<List<SolutionPage.Related>> related(CatalogueView view, Graph graph, Topic topic, Linker linker) {
        return view.searching()
                .map(session -> SolutionEntry.read(graph, topic)
                        .map(entry -> related.of(view, session, entry, topic.document(), linker))
                        .orElse(List.of()));
    }

    private static List<SolutionPage.Translation> translations(
            Labels titles, Label title, Labels summaries, Optional<Label> summary) {
        Map<String, String> otherTitles = new TreeMap<>(titles.byLanguage());
        otherTitles.remove(title.language());
        Map<String, String> otherSummaries = new TreeMap<>(summaries.byLanguage());
        summary.ifPresent(shown -> otherSummaries.remove(shown.language()));
        Set<String> languages = new TreeSet<>(otherTitles.keySet());
        languages.addAll(otherSummaries.keySet());
        return languages.stream()
                .map(language -> new SolutionPage.Translation(
                        language,
                        Optional.ofNullable(otherTitles.get(language)),
                        Optional.ofNullable(otherSummaries.get(language))))
                .toList();
    }

    private static SolutionPage.Status status(Description solution, Link name) {
        boolean inferred = solution.value(ATLAS.statusInferred)
                .filter(text -> text.equals("true") || text.equals("1"))
                .isPresent();
        return new SolutionPage.Status(name, solution.value(ATLAS.statusAsOf), inferred);
    }

    private static SolutionPage.Confidence confidence(Description record) {
        return switch (record.value(ATLAS.confidence).orElse("")) {
            case "high" -> SolutionPage.Confidence.HIGH;
            case "medium" -> SolutionPage.Confidence.MEDIUM;
            default -> SolutionPage.Confidence.UNKNOWN;
        };
    }

    private static List<Link> elsewhere(List<Node> things) {
        return things.stream().map(thing -> Link.elsewhere(thing.getURI())).toList();
    }

    /** SPDX names licences by the end of their IRIs. */
    private static Link licence(Node licence) {
        String name = licence.getURI().replaceFirst("^https?://spdx\\.org/licenses/", "");
        return Link.elsewhere(new Label(name, ""), licence.getURI());
    }
}
