package eu.solutionatlas.solution;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.IndexEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SchemaDO;

/** Solutions as the search knows them. */
public final class SolutionSearch {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final int MARKED_REGIONS = 2;

    private static final List<Node> GIST = List.of(
            DCAT.theme.asNode(),
            DCTerms.spatial.asNode(),
            ATLAS.status,
            ATLAS.statusAsOf,
            ATLAS.provider,
            ATLAS.adopter,
            ATLAS.startYear,
            DCAT.landingPage.asNode(),
            SchemaDO.codeRepository.asNode(),
            DCTerms.license.asNode());
    private static final List<Node> RECORD = List.of(DCTerms.issued.asNode(), DCTerms.modified.asNode());

    private SolutionSearch() {}

    /** What is to be found of a document; empty when it is about no solution, or the solution was removed. */
    public static Optional<IndexEntry> read(Iris iris, Node document, Graph graph, Background background) {
        return Topic.of(iris, document, graph)
                .filter(topic -> topic.kind().equals(SolutionEntry.KIND))
                .flatMap(topic -> SolutionEntry.read(graph, topic)
                        .map(solution -> entry(iris, topic, graph, solution, background)));
    }

    private static IndexEntry entry(
            Iris iris, Topic topic, Graph graph, SolutionEntry solution, Background background) {
        Description description = new Description(graph, solution.thing());
        Labels text = description.labels(DCTerms.description);
        List<Label> topics = new ArrayList<>(background.labels(background.roofs(solution.themes())));
        topics.addAll(description.texts(DCAT.keyword.asNode()));
        List<Label> names = new ArrayList<>(background.labels(solution.providers()));
        names.addAll(background.labels(solution.adopters()));
        names.addAll(background.labels(background.roofs(solution.regions())));
        List<Node> marks = new ArrayList<>();
        solution.status().ifPresent(marks::add);
        solution.regions().stream().limit(MARKED_REGIONS).forEach(marks::add);
        return new IndexEntry(
                topic.document(),
                solution.thing(),
                SolutionEntry.KIND,
                solution.title(),
                text,
                topics,
                names,
                facets(iris, topic, solution, description, text, background),
                new HashSet<>(solution.links()),
                marks,
                solution.entered(),
                gist(topic, graph, solution, background));
    }

    /** What a list of solutions says of one as data: facts, the names of actors, and the dates of its record. */
    private static Graph gist(Topic topic, Graph graph, SolutionEntry solution, Background background) {
        Graph gist = GraphFactory.createDefaultGraph();
        GIST.forEach(
                property -> graph.find(solution.thing(), property, Node.ANY).forEach(gist::add));
        background.addRecord(topic, graph, RECORD, gist);
        Stream.concat(solution.providers().stream(), solution.adopters().stream())
                .forEach(actor -> background.names().of(actor).addTo(gist, actor, FOAF.name.asNode()));
        return gist;
    }

    private static Map<Facet, Set<String>> facets(
            Iris iris,
            Topic topic,
            SolutionEntry solution,
            Description description,
            Labels text,
            Background background) {
        Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
        facets.put(Facet.THEME, Background.values(background.roofs(solution.themes())));
        facets.put(Facet.REGION, Background.values(background.roofs(solution.regions())));
        facets.put(Facet.REGION_ITSELF, Background.values(solution.regions()));
        facets.put(Facet.STATUS, Background.values(solution.status().stream().toList()));
        Set<String> languages =
                new LinkedHashSet<>(solution.title().byLanguage().keySet());
        languages.addAll(text.byLanguage().keySet());
        languages.remove("");
        facets.put(Facet.LANGUAGE, languages);
        description
                .value(ATLAS.startYear)
                .filter(year -> YEAR.matcher(year).matches())
                .ifPresent(year -> facets.put(Facet.YEAR, Set.of(year)));
        facets.put(Facet.HUB, Set.of(topic.hub().orElse(background.hub())));
        facets.put(Facet.PROVIDER, background.entries(iris, solution.providers()));
        facets.put(Facet.ADOPTER, background.entries(iris, solution.adopters()));
        facets.put(Facet.BUILDS_ON, background.entries(iris, solution.parents()));
        if (!description.things(SchemaDO.codeRepository).isEmpty()) {
            facets.put(Facet.CODE, Set.of("yes"));
        }
        return facets;
    }
}
