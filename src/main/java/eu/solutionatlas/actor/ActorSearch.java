package eu.solutionatlas.actor;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
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

/** Actors as the search knows them. */
public final class ActorSearch {
    private ActorSearch() {}

    /** What is to be found of a document; empty when it is about no actor, or the actor was removed. */
    public static Optional<IndexEntry> read(Iris iris, Node document, Graph graph, Background background) {
        if (!document.getURI().startsWith(iris.base() + Actors.KIND + "/")) {
            return Optional.empty();
        }
        return iris.thingOf(document)
                .flatMap(thing -> ActorEntry.read(graph, thing))
                .map(actor -> entry(document, actor, background));
    }

    private static IndexEntry entry(Node document, ActorEntry actor, Background background) {
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
        Set<String> languages = new LinkedHashSet<>(actor.title().byLanguage().keySet());
        languages.remove("");
        facets.put(Facet.LANGUAGE, languages);
        return new IndexEntry(
                document,
                actor.thing(),
                Actors.KIND,
                actor.title(),
                Labels.NONE,
                background.labels(actor.kind().stream().toList()),
                names,
                facets,
                new HashSet<>(actor.links()),
                marks,
                "");
    }
}
