package eu.solutionatlas;

import eu.solutionatlas.actor.ActorCards;
import eu.solutionatlas.actor.ActorRoutes;
import eu.solutionatlas.actor.ActorSearch;
import eu.solutionatlas.actor.Actors;
import eu.solutionatlas.browse.Catalogue;
import eu.solutionatlas.browse.ListRoutes;
import eu.solutionatlas.browse.Vocabulary;
import eu.solutionatlas.concept.ConceptRoutes;
import eu.solutionatlas.concept.Concepts;
import eu.solutionatlas.concept.Tagged;
import eu.solutionatlas.hub.Contents;
import eu.solutionatlas.hub.Hub;
import eu.solutionatlas.hub.HubRoutes;
import eu.solutionatlas.ontology.OntologyRoutes;
import eu.solutionatlas.rdf.GraphWriter;
import eu.solutionatlas.rdf.Hierarchy;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.JsonLdWriter;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.region.Located;
import eu.solutionatlas.region.Outlines;
import eu.solutionatlas.region.RegionRoutes;
import eu.solutionatlas.region.Regions;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.IndexEntry;
import eu.solutionatlas.search.SearchIndex;
import eu.solutionatlas.solution.SolutionCards;
import eu.solutionatlas.solution.SolutionRoutes;
import eu.solutionatlas.solution.SolutionSearch;
import eu.solutionatlas.solution.Solutions;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Assets;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.ErrorPage;
import eu.solutionatlas.web.Frames;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.ProblemPage;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.Views;
import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;

/** The part of the composition that makes documents: how the features of the catalogue are put together. */
final class Pages implements AutoCloseable {
    private static final int NEWEST = 6;

    private static final Catalogue SOLUTIONS = new Catalogue(
            "/solution",
            "solution",
            ATLAS.Solution,
            DCTerms.title.asNode(),
            List.of(Facet.THEME, Facet.REGION, Facet.STATUS, Facet.YEAR, Facet.LANGUAGE, Facet.CODE));
    private static final Catalogue ACTORS = new Catalogue(
            "/actor", "actor", ATLAS.Actor, FOAF.name.asNode(), List.of(Facet.KIND, Facet.REGION, Facet.LANGUAGE));

    private final Store store;
    private final Iris iris;
    private final Assets assets = Assets.load();
    private final Documents documents;
    private final Solutions solutions;
    private final Actors actors;
    private final Concepts concepts;
    private final Regions regions;
    private final Hub hub;
    private final SearchIndex search;
    private final SolutionCards solutionCards;
    private final SolutionRoutes solutionRoutes;
    private final ActorRoutes actorRoutes;
    private final ConceptRoutes themeRoutes;
    private final ConceptRoutes statusRoutes;
    private final ConceptRoutes actorKindRoutes;
    private final RegionRoutes regionRoutes;
    private final ListRoutes solutionList;
    private final ListRoutes actorList;
    private final HubRoutes hubRoutes;
    private final OntologyRoutes ontologyRoutes;
    private final Optional<Outlines> outlines;
    private final ErrorPage problemPage;

    /**
     * @param workDirectory where files that can be made again are kept
     * @param outlines of regions, for their maps
     */
    Pages(Store store, Iris iris, Responder responder, Path workDirectory, Optional<Outlines> outlines) {
        this.store = store;
        this.iris = iris;
        this.outlines = outlines;
        solutions = new Solutions(store, iris);
        actors = new Actors(store, iris);
        concepts = new Concepts(store);
        regions = new Regions(store);
        hub = new Hub(store, iris);
        search = new SearchIndex(store, iris, workDirectory.resolve("search"), this::entries);

        Frames frames = new Frames(iris, assets, () -> store.read(hub::imprint));
        Views views = new Views();
        GraphWriter writer = new GraphWriter(JsonLdWriter.create(iris));
        documents = new Documents(iris, responder, frames, views, writer);
        problemPage = new ErrorPage(frames, views, store::version);

        solutionCards = new SolutionCards(iris, solutions, this::names);
        ActorCards actorCards = new ActorCards(iris, actors, this::names);
        Tagged taggedSolutions = new Tagged(solutions::concepts, solutionCards::linkedToAny);
        Tagged taggedActors = new Tagged(actors::concepts, actorCards::linkedToAny);

        solutionRoutes = new SolutionRoutes(store, documents, solutions, this::names);
        actorRoutes = new ActorRoutes(
                store, documents, actors, this::names, solutionCards::providedBy, solutionCards::adoptedBy);
        themeRoutes = new ConceptRoutes(store, documents, concepts, Concepts.THEME, taggedSolutions);
        statusRoutes = new ConceptRoutes(store, documents, concepts, Concepts.STATUS, taggedSolutions);
        actorKindRoutes = new ConceptRoutes(store, documents, concepts, Concepts.ACTOR_KIND, taggedActors);
        regionRoutes = new RegionRoutes(
                store,
                documents,
                regions,
                new Located(solutions::regions, solutionCards::linkedToAny),
                new Located(actors::regions, actorCards::linkedToAny),
                outlines);
        solutionList = new ListRoutes(SOLUTIONS, store, documents, search, this::vocabulary);
        actorList = new ListRoutes(ACTORS, store, documents, search, this::vocabulary);
        hubRoutes = new HubRoutes(store, documents, hub, this::contents, this::names);
        ontologyRoutes = new OntologyRoutes(store, documents);
    }

    void addTo(RoutesConfig routes) {
        assets.addTo(routes);
        hubRoutes.addTo(routes);
        solutionList.addTo(routes);
        actorList.addTo(routes);
        solutionRoutes.addTo(routes);
        actorRoutes.addTo(routes);
        themeRoutes.addTo(routes);
        statusRoutes.addTo(routes);
        actorKindRoutes.addTo(routes);
        outlines.ifPresent(layer -> layer.addTo(routes));
        regionRoutes.addTo(routes);
        ontologyRoutes.addTo(routes);
    }

    /** How documents are published, for features that are put together elsewhere. */
    Documents documents() {
        return documents;
    }

    /** The search over the catalogue. */
    SearchIndex search() {
        return search;
    }

    /** How problems are shown to people. */
    ProblemPage problemPage() {
        return problemPage;
    }

    /** Works out what the pages of a data version share. */
    void warmUp() {
        search.catchUp();
        store.read(snapshot -> {
            for (Language language : Language.values()) {
                contents(snapshot, language);
            }
            return snapshot.version();
        });
    }

    /** What anything in the catalogue is called. */
    private Names names(Snapshot snapshot) {
        List<Names> all = List.of(
                concepts.names(snapshot),
                regions.names(snapshot),
                actors.names(snapshot),
                solutions.names(snapshot),
                hub.names(snapshot));
        return (Node thing) -> all.stream()
                .map(names -> names.of(thing))
                .filter(labels -> !labels.isEmpty())
                .findFirst()
                .orElse(Labels.NONE);
    }

    /** What lists need to know. */
    private Vocabulary vocabulary(Snapshot snapshot) {
        Map<String, Scheme> schemes = new HashMap<>();
        concepts.scheme(snapshot, Concepts.THEME).ifPresent(scheme -> schemes.put("theme", scheme));
        concepts.scheme(snapshot, Concepts.STATUS).ifPresent(scheme -> schemes.put("status", scheme));
        concepts.scheme(snapshot, Concepts.ACTOR_KIND).ifPresent(scheme -> schemes.put("kind", scheme));
        regions.scheme(snapshot).ifPresent(scheme -> schemes.put("region", scheme));
        return new Vocabulary(names(snapshot), schemes);
    }

    /** What the search keeps of each entry of a snapshot. */
    private IndexEntry.Reader entries(Snapshot snapshot) {
        List<Hierarchy> hierarchies = Stream.concat(
                        concepts.scheme(snapshot, Concepts.THEME).stream(), regions.scheme(snapshot).stream())
                .map(Scheme::hierarchy)
                .toList();
        Background background = new Background(
                names(snapshot),
                concept -> hierarchies.stream()
                        .map(hierarchy -> hierarchy.upwards(concept))
                        .max(Comparator.comparingInt(Set::size))
                        .orElse(Set.of(concept)));
        return (document, graph) -> SolutionSearch.read(iris, document, graph, background)
                .or(() -> ActorSearch.read(iris, document, graph, background));
    }

    private Contents contents(Snapshot snapshot, Language language) {
        return new Contents(
                solutions.count(snapshot),
                actors.count(snapshot),
                solutionCards.newest(snapshot, NEWEST, language),
                themeRoutes.branches(snapshot, language),
                regionRoutes.branches(snapshot, language));
    }

    @Override
    public void close() {
        search.close();
    }
}
