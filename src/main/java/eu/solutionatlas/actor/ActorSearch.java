package eu.solutionatlas.actor;

import eu.solutionatlas.browse.Likeness;
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
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SchemaDO;

/** Actors as the search knows them. */
public final class ActorSearch {
    private static final List<Node> GIST = List.of(
            ATLAS.actorKind,
            DCTerms.spatial.asNode(),
            SchemaDO.addressLocality.asNode(),
            FOAF.homepage.asNode(),
            ORG.memberOf.asNode());
    private static final List<Node> RECORD = List.of(DCTerms.issued.asNode(), DCTerms.modified.asNode());

    private ActorSearch() {}

    /** What is to be found of a document; empty when it is about no actor, or the actor was removed. */
    public static Optional<IndexEntry> read(Iris iris, Node document, Graph graph, Background background) {
        return Topic.of(iris, document, graph)
                .filter(topic -> topic.kind().equals(ActorEntry.KIND))
                .flatMap(topic -> ActorEntry.read(graph, topic.thing())
                        .map(actor -> entry(iris, topic, graph, actor, background)));
    }

    private static IndexEntry entry(Iris iris, Topic topic, Graph graph, ActorEntry actor, Background background) {
        List<Label> names = new ArrayList<>(background.labels(background.roofs(actor.regions())));
        names.addAll(background.labels(actor.networks()));
        actor.town().map(town -> new Label(town, "")).ifPresent(names::add);
        List<Node> marks = new ArrayList<>();
        actor.kind().ifPresent(marks::add);
        actor.regions().stream().findFirst().ifPresent(marks::add);
        Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
        facets.put(Facet.KIND, Background.values(actor.kind().stream().toList()));
        facets.put(Facet.REGION, Background.values(background.roofs(actor.regions())));
        facets.put(Facet.REGION_ITSELF, Background.values(actor.regions()));
        facets.put(Facet.HUB, Set.of(topic.hub().orElse(background.hub())));
        facets.put(Facet.LIKENESS, Likeness.values(new Description(graph, actor.thing()), background.upwards()));
        facets.put(Facet.NETWORK, background.entries(iris, actor.networks()));
        Set<String> languages = new LinkedHashSet<>(actor.title().byLanguage().keySet());
        languages.remove("");
        facets.put(Facet.LANGUAGE, languages);
        return new IndexEntry(
                topic.document(),
                actor.thing(),
                ActorEntry.KIND,
                actor.title(),
                Labels.NONE,
                background.labels(actor.kind().stream().toList()),
                names,
                facets,
                new HashSet<>(actor.links()),
                marks,
                new Description(graph, topic.record()).value(DCTerms.issued).orElse(""),
                gist(topic, graph, actor, background));
    }

    /** What a list of actors says of one as data: facts, the names of its networks, and the dates of its record. */
    private static Graph gist(Topic topic, Graph graph, ActorEntry actor, Background background) {
        Graph gist = GraphFactory.createDefaultGraph();
        GIST.forEach(property -> graph.find(actor.thing(), property, Node.ANY).forEach(gist::add));
        background.addRecord(topic, graph, RECORD, gist);
        actor.networks().forEach(network -> background.names().of(network).addTo(gist, network, FOAF.name.asNode()));
        return gist;
    }
}
