package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.Question;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Linker;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/** Draws the facets of a list: names, numbers, and the address behind each value. */
record FacetBoxes(
        Selection selection, Question question, Session session, Vocabulary vocabulary, Linker linker, Frame frame) {
    /** Facets that stand open from the start. */
    private static final Set<FacetKey> FIRST = Set.of(FacetKey.THEME, FacetKey.REGION, FacetKey.STATUS, FacetKey.KIND);

    List<ListPage.FacetBox> all() {
        List<ListPage.FacetBox> boxes = new ArrayList<>();
        for (Facet facet : selection.catalogue().facets()) {
            FacetKey key = FacetKey.of(facet);
            List<ListPage.Value> values = values(key);
            if (!values.isEmpty()) {
                boolean region =
                        key == FacetKey.REGION && !selection.chosen(key).isEmpty();
                boxes.add(new ListPage.FacetBox(
                        key.parameter(),
                        values,
                        FIRST.contains(key) || !selection.chosen(key).isEmpty(),
                        region ? (selection.itself() ? "facet.with-below" : "facet.without-below") : "",
                        selection.withItself(!selection.itself()).target()));
            }
        }
        return boxes;
    }

    private List<ListPage.Value> values(FacetKey key) {
        Scheme scheme = vocabulary.schemes().get(key.parameter());
        if (scheme != null && scheme.hierarchy().hasLevels()) {
            return tree(key, scheme, scheme.top(), opened(key, scheme));
        }
        Set<String> shown = there(key);
        Comparator<ListPage.Value> order = key == FacetKey.YEAR
                ? Comparator.comparing((ListPage.Value value) -> value.label().text())
                        .reversed()
                : Comparator.comparing(ListPage.Value::count).reversed().thenComparing(byName());
        return shown.stream()
                .map(value -> value(key, value, selection.toggle(key, value), List.of()))
                .sorted(order)
                .toList();
    }

    /** Values that any entry has, whatever is chosen: what a choice empties stays in sight. */
    private Set<String> there(FacetKey key) {
        Question everything = new Question(question.kind(), "", question.language(), Map.of(), Question.Order.TITLE);
        Set<String> there = new HashSet<>(session.around(everything, selection.facet(key), Set.of())
                .with()
                .keySet());
        there.addAll(selection.chosen(key));
        return there;
    }

    private Session.Around around(FacetKey key, Set<String> rest) {
        return session.around(question, selection.facet(key), rest);
    }

    /** The concepts whose narrower ones are shown: those chosen, and all above them. */
    private Set<Node> opened(FacetKey key, Scheme scheme) {
        Set<Node> opened = new HashSet<>();
        for (String value : selection.chosen(key)) {
            key.concept(value)
                    .ifPresent(concept -> opened.addAll(scheme.hierarchy().upwards(concept)));
        }
        return opened;
    }

    private List<ListPage.Value> tree(FacetKey key, Scheme scheme, Collection<Node> concepts, Set<Node> opened) {
        Set<String> there = there(key);
        List<ListPage.Value> values = new ArrayList<>();
        for (Node concept : concepts) {
            String value = Background.value(concept);
            if (there.contains(value) || opened.contains(concept)) {
                List<ListPage.Value> below = opened.contains(concept)
                        ? tree(key, scheme, scheme.hierarchy().narrower(concept), opened)
                        : List.of();
                values.add(value(key, value, clicked(key, scheme, concept, value), below));
            }
        }
        values.sort(byName());
        return values;
    }

    /** In a tree, a value takes the place of those above it and below it: one goes down, or up. */
    private Selection clicked(FacetKey key, Scheme scheme, Node concept, String value) {
        if (selection.chosen(key).contains(value)) {
            return selection.toggle(key, value);
        }
        SortedSet<String> values = new TreeSet<>(selection.chosen(key));
        values.removeAll(Background.values(scheme.hierarchy().upwards(concept)));
        values.removeAll(Background.values(scheme.hierarchy().downwards(concept)));
        values.add(value);
        return selection.with(key, values);
    }

    private Comparator<ListPage.Value> byName() {
        Collator collator = Collator.getInstance(linker.language().locale());
        return Comparator.comparing(value -> value.label().text(), collator);
    }

    private ListPage.Value value(FacetKey key, String value, Selection clicked, List<ListPage.Value> below) {
        boolean chosen = selection.chosen(key).contains(value);
        SortedSet<String> rest = new TreeSet<>(clicked.chosen(key));
        rest.remove(value);
        Session.Around around = around(key, rest);
        int otherwise = rest.isEmpty() ? 0 : around.rest();
        int count = chosen ? around.rest() : around.with().getOrDefault(value, otherwise);
        boolean adds = !chosen && !rest.isEmpty() && rest.equals(selection.chosen(key));
        return new ListPage.Value(
                label(key, value), adds ? count - around.rest() : count, adds, chosen, clicked.target(), below);
    }

    /** What a value is called. */
    Label label(FacetKey key, String value) {
        Optional<Node> thing = vocabulary.thing(key, value, linker.iris());
        if (thing.isPresent()) {
            return linker.name(thing.get());
        }
        String language = frame.language().tag();
        return switch (key) {
            case LANGUAGE -> new Label(frame.languageName(value), language);
            case CODE -> new Label(frame.text("facet.code.yes"), language);
            case HUB -> new Label(frame.siteName(), language);
            default -> new Label(value, "");
        };
    }
}
