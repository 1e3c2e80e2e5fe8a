package eu.solutionatlas.actor;

import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.Likeness;
import eu.solutionatlas.browse.Origin;
import eu.solutionatlas.browse.Shelves;
import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.web.Linker;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Actors of other hubs that are probably the same as one. A page says so; in the data, nothing does. */
record LikelySame(Shelves actors) {
    List<ActorPage.Likely> of(CatalogueView view, Graph graph, Topic topic, Linker linker) {
        if (view.searching().isEmpty()) {
            return List.of();
        }
        Set<String> values = Likeness.values(new Description(graph, topic.thing()), view.vocabulary()::regionsAbove);
        Map<Node, Set<Likeness.Reason>> reasons = new LinkedHashMap<>();
        for (String value : values) {
            actors.having(view.search(), Facet.LIKENESS, value, Likeness.MOST, linker).stream()
                    .filter(hit -> isOfAnotherHub(hit, topic, linker))
                    .forEach(hit -> reasons.computeIfAbsent(
                                    hit.document(), none -> EnumSet.noneOf(Likeness.Reason.class))
                            .add(Likeness.reason(value)));
        }
        return reasons.entrySet().stream()
                .map(found -> likely(found.getKey(), found.getValue(), view, linker))
                .toList();
    }

    private static boolean isOfAnotherHub(Hit hit, Topic topic, Linker linker) {
        return !hit.thing().equals(topic.thing())
                && !Topic.hubOf(linker.iris(), hit.document()).equals(topic.hub());
    }

    private static ActorPage.Likely likely(
            Node document, Set<Likeness.Reason> reasons, CatalogueView view, Linker linker) {
        return new ActorPage.Likely(
                linker.toDocument(document, view.vocabulary().topics().apply(document)),
                Origin.hubOf(document, linker),
                reasons);
    }
}
