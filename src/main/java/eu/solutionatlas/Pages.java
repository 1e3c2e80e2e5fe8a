package eu.solutionatlas;

import eu.solutionatlas.actor.ActorDescriber;
import eu.solutionatlas.actor.ActorSearch;
import eu.solutionatlas.browse.Catalogue;
import eu.solutionatlas.browse.CatalogueReader;
import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.EntryNames;
import eu.solutionatlas.browse.EntryRoutes;
import eu.solutionatlas.browse.ListRoutes;
import eu.solutionatlas.browse.SchemeRoutes;
import eu.solutionatlas.browse.Shelves;
import eu.solutionatlas.browse.SitemapRoutes;
import eu.solutionatlas.browse.SuggestRoutes;
import eu.solutionatlas.browse.Vocabulary;
import eu.solutionatlas.concept.ConceptDescriber;
import eu.solutionatlas.concept.Concepts;
import eu.solutionatlas.hub.Contents;
import eu.solutionatlas.hub.Hub;
import eu.solutionatlas.hub.HubRoutes;
import eu.solutionatlas.network.HubStatuses;
import eu.solutionatlas.network.NetworkRoutes;
import eu.solutionatlas.network.SameRoutes;
import eu.solutionatlas.ontology.OntologyRoutes;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.GraphWriter;
import eu.solutionatlas.rdf.Hierarchy;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.JsonLdWriter;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.region.Outlines;
import eu.solutionatlas.region.RegionDescriber;
import eu.solutionatlas.region.Regions;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.IndexEntry;
import eu.solutionatlas.search.Question;
import eu.solutionatlas.search.SearchIndex;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.solution.SolutionDescriber;
import eu.solutionatlas.solution.SolutionSearch;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Assets;
import eu.solutionatlas.web.Branch;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.ErrorPage;
import eu.solutionatlas.web.Frames;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.ProblemPage;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.TileMap;
import eu.solutionatlas.web.Views;
import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** The part of the composition that makes documents: how the features of the catalogue are put together. */
final class Pages implements AutoCloseable {
    private static final int NEWEST = 6;

    private final Iris iris;
    private final Assets assets = Assets.load();
    private final Documents documents;
    private final Concepts concepts;
    private final Regions regions;
    private final Hub hub;
    private final Partners partners;
    private final HubStatuses statuses;
    private final SearchIndex search;
    private final CatalogueReader reader;
    private final Shelves solutions = new Shelves(Catalogues.SOLUTIONS);
    private final Shelves actors = new Shelves(Catalogues.ACTORS);
    private final Optional<Outlines> outlines;
    private final RegionDescriber regionDescriber;
    private final OntologyRoutes ontology;
    private final ErrorPage problemPage;

    /**
     * @param workDirectory where files that can be made again are kept
     * @param outlines of regions, for their maps
     * @param statuses of partner hubs
     */
    Pages(
            Store store,
            Iris iris,
            Responder responder,
            Path workDirectory,
            Optional<Outlines> outlines,
            HubStatuses statuses) {
        this.iris = iris;
        this.statuses = statuses;
        this.outlines = outlines;
        regionDescriber = new RegionDescriber(iris, solutions, actors, outlines);
        concepts = new Concepts(store);
        regions = new Regions(store);
        hub = new Hub(store, iris);
        partners = new Partners(store, iris);
        search = new SearchIndex(store, iris, workDirectory.resolve("search"), this::entries);
        reader = new CatalogueReader(store, search, this::vocabulary);
        Frames frames = new Frames(iris, assets, () -> store.read(hub::imprint));
        Views views = new Views();
        GraphWriter writer = new GraphWriter(JsonLdWriter.create(iris));
        documents = new Documents(iris, responder, frames, views, writer);
        problemPage = new ErrorPage(frames, views, store::version);
        ontology = new OntologyRoutes(store, documents);
    }

    void addTo(RoutesConfig routes) {
        assets.addTo(routes);
        new HubRoutes(reader, documents, hub, this::contents).addTo(routes);
        new ListRoutes(Catalogues.SOLUTIONS, reader, documents).addTo(routes);
        new ListRoutes(Catalogues.ACTORS, reader, documents).addTo(routes);
        List<Catalogue> lists = List.of(Catalogues.SOLUTIONS, Catalogues.ACTORS);
        new SuggestRoutes(reader, documents, lists).addTo(routes);
        new SitemapRoutes(reader, documents, lists).addTo(routes);
        new EntryRoutes("solution", reader, documents, new SolutionDescriber(iris, solutions)).addTo(routes);
        new EntryRoutes("actor", reader, documents, new ActorDescriber(iris, actors, solutions)).addTo(routes);
        scheme(Concepts.THEME, new ConceptDescriber(iris, solutions, Facet.THEME))
                .addTo(routes);
        scheme(Concepts.STATUS, new ConceptDescriber(iris, solutions, Facet.STATUS))
                .addTo(routes);
        scheme(Concepts.ACTOR_KIND, new ConceptDescriber(iris, actors, Facet.KIND))
                .addTo(routes);
        new NetworkRoutes(reader, documents, partners, solutions, actors, regionDescriber::map, statuses).addTo(routes);
        new SameRoutes(reader, documents).addTo(routes);
        outlines.ifPresent(layer -> layer.addTo(routes));
        new SchemeRoutes(
                        new SchemeRoutes.Published("/region", Iris.NUTS, regions::scheme),
                        reader,
                        documents,
                        regionDescriber)
                .addTo(routes);
        ontology.addTo(routes);
    }

    private SchemeRoutes scheme(String name, ConceptDescriber describer) {
        return new SchemeRoutes(
                new SchemeRoutes.Published(
                        "/" + name, Iris.SHARED + name + "/", snapshot -> concepts.scheme(snapshot, name)),
                reader,
                documents,
                describer);
    }

    /** How documents are published, for features that are put together elsewhere. */
    Documents documents() {
        return documents;
    }

    /** How data and search are read together, for features that are put together elsewhere. */
    CatalogueReader reader() {
        return reader;
    }

    /** The vocabularies, for the query pages. */
    QuerySchemes schemes() {
        return new QuerySchemes(concepts, regions, regionDescriber);
    }

    /** Whatever the lists find for some words. */
    Set<Node> matching(String text, String language) {
        Set<Node> found = new HashSet<>();
        try (Session session = reader.search()) {
            for (Catalogue list : List.of(Catalogues.SOLUTIONS, Catalogues.ACTORS)) {
                found.addAll(session.things(new Question(list.kind(), text, language, Map.of(), Question.Order.BEST)));
            }
        }
        return found;
    }

    /** The search over the catalogue. */
    SearchIndex search() {
        return search;
    }

    /** How problems are shown to people. */
    ProblemPage problemPage() {
        return problemPage;
    }

    /** What anything in the catalogue is called. */
    private Names names(Snapshot snapshot) {
        return new AllNames(List.of(
                concepts.names(snapshot),
                regions.names(snapshot),
                hub.names(snapshot),
                partners.at(snapshot),
                new EntryNames(snapshot, iris)));
    }

    /** What lists need to know. */
    private Vocabulary vocabulary(Snapshot snapshot) {
        Map<String, Scheme> schemes = new HashMap<>();
        concepts.scheme(snapshot, Concepts.THEME).ifPresent(scheme -> schemes.put("theme", scheme));
        concepts.scheme(snapshot, Concepts.STATUS).ifPresent(scheme -> schemes.put("status", scheme));
        concepts.scheme(snapshot, Concepts.ACTOR_KIND).ifPresent(scheme -> schemes.put("kind", scheme));
        regions.scheme(snapshot).ifPresent(scheme -> schemes.put("region", scheme));
        return new Vocabulary(
                names(snapshot),
                schemes,
                partners.at(snapshot),
                document -> Topic.of(iris, document, snapshot.graph(document)).map(Topic::thing));
    }

    /** What the search keeps of each entry of a snapshot. */
    private IndexEntry.Reader entries(Snapshot snapshot) {
        List<Hierarchy> hierarchies = hierarchies(snapshot);
        Background background = new Background(
                names(snapshot),
                concept -> hierarchies.stream()
                        .map(hierarchy -> hierarchy.upwards(concept))
                        .max(Comparator.comparingInt(Set::size))
                        .orElse(Set.of(concept)),
                Catalogue.THIS_HUB);
        return (document, graph) -> SolutionSearch.read(iris, document, graph, background)
                .or(() -> ActorSearch.read(iris, document, graph, background));
    }

    /** How themes and regions lie under one another. */
    List<Hierarchy> hierarchies(Snapshot snapshot) {
        return Stream.concat(concepts.scheme(snapshot, Concepts.THEME).stream(), regions.scheme(snapshot).stream())
                .map(Scheme::hierarchy)
                .toList();
    }

    private Contents contents(CatalogueView view, Language language) {
        Session session = view.search();
        Linker linker = new Linker(iris, view.vocabulary().names(), language);
        return new Contents(
                solutions.count(session),
                actors.count(session),
                solutions.newest(session, NEWEST, linker),
                branches(view, "theme", Facet.THEME, linker),
                branches(view, "region", Facet.REGION, linker),
                Optional.ofNullable(view.vocabulary().schemes().get("region"))
                        .map(scheme -> regionDescriber.map(view, scheme, language))
                        .orElse(TileMap.EMPTY),
                branches(view, "status", Facet.STATUS, linker),
                counts(
                        session,
                        Facet.YEAR,
                        Comparator.comparing(Contents.Count::value).reversed()),
                counts(
                        session,
                        Facet.LANGUAGE,
                        Comparator.comparing(Contents.Count::count).reversed()),
                own(session));
    }

    private Optional<Contents.Own> own(Session session) {
        Map<String, Integer> ofSolutions = solutions.byHub(session);
        Map<String, Integer> ofActors = actors.byHub(session);
        Set<String> partners = new HashSet<>(ofSolutions.keySet());
        partners.addAll(ofActors.keySet());
        partners.remove(Catalogue.THIS_HUB);
        return partners.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contents.Own(
                        ofSolutions.getOrDefault(Catalogue.THIS_HUB, 0),
                        ofActors.getOrDefault(Catalogue.THIS_HUB, 0),
                        partners.size()));
    }

    private List<Contents.Count> counts(Session session, Facet facet, Comparator<Contents.Count> order) {
        return solutions.values(session, facet).entrySet().stream()
                .map(value -> new Contents.Count(value.getKey(), value.getValue()))
                .sorted(order)
                .toList();
    }

    private List<Branch> branches(CatalogueView view, String scheme, Facet facet, Linker linker) {
        Optional<Scheme> known = Optional.ofNullable(view.vocabulary().schemes().get(scheme));
        return known.map(found -> Branch.of(found, found.top(), solutions.counts(view.search(), facet, found), linker))
                .orElse(List.of());
    }

    @Override
    public void close() {
        search.close();
    }
}
