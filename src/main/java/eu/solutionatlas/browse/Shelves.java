package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.search.Question;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.search.Trait;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Card;
import eu.solutionatlas.web.Linker;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Parts of a list for pages about something else: what a region has, what an actor provides. */
public record Shelves(Catalogue catalogue) {
    /** The first entries that have a value of a facet. */
    public Shelf cut(Session session, Facet facet, String value, int size, Linker linker) {
        Question question = question(Map.of(facet, Set.of(value)), Question.Order.TITLE, linker);
        Address list = new Address(catalogue.path()).with(FacetKey.of(facet).parameter(), value);
        List<Card> cards = cards(session.answer(question, 0, size).hits(), linker);
        return new Shelf(cards, session.count(question), list.target());
    }

    /** The entries that have a value of a facet, as what they are about. */
    public List<Node> things(Session session, Facet facet, String value, int size, Linker linker) {
        return hits(session, facet, value, size, linker).stream()
                .map(Hit::thing)
                .toList();
    }

    /** The first entries that have a value of a facet, by title. */
    public List<Hit> hits(Session session, Facet facet, String value, int size, Linker linker) {
        Question question = question(Map.of(facet, Set.of(value)), Question.Order.TITLE, linker);
        return session.answer(question, 0, size).hits();
    }

    /** The entries that have a value of a facet, by title; none when that are more than so many. */
    public List<Hit> having(Session session, Facet facet, String value, int most, Linker linker) {
        List<Hit> hits = hits(session, facet, value, most + 1, linker);
        return hits.size() > most ? List.of() : hits;
    }

    /** How many entries there are. */
    public int count(Session session) {
        return session.count(everything());
    }

    /** How many entries each hub has, by its value of {@link Facet#HUB}. */
    public Map<String, Integer> byHub(Session session) {
        return values(session, Facet.HUB);
    }

    /** How many entries each value of a facet has. */
    public Map<String, Integer> values(Session session, Facet facet) {
        return session.around(everything(), facet, Set.of()).with();
    }

    /** How many entries each concept of a scheme has, those below it included. */
    public Map<Node, Integer> counts(Session session, Facet facet, Scheme scheme) {
        Map<String, Integer> byValue =
                session.around(everything(), facet, Set.of()).with();
        Map<Node, Integer> counts = new HashMap<>();
        scheme.concepts().keySet().forEach(concept -> {
            int count = byValue.getOrDefault(Background.value(concept), 0);
            if (count > 0) {
                counts.put(concept, count);
            }
        });
        return counts;
    }

    /** The entries that came last. */
    public List<Card> newest(Session session, int size, Linker linker) {
        Question question = question(Map.of(), Question.Order.NEWEST, linker);
        return cards(session.answer(question, 0, size).hits(), linker);
    }

    /** The entries that have most in common with another one, see {@link Session#nearest}. */
    public List<Hit> nearest(
            Session session, Collection<Trait> essential, Collection<Trait> further, Node except, int size) {
        return session.nearest(catalogue.kind(), essential, further, except, size);
    }

    /** Hits as a list shows them. */
    public static List<Card> cards(List<Hit> hits, Linker linker) {
        return hits.stream().map(hit -> Cards.card(hit, linker)).toList();
    }

    private Question everything() {
        return new Question(catalogue.kind(), "", "en", Map.of(), Question.Order.TITLE);
    }

    private Question question(Map<Facet, Set<String>> chosen, Question.Order order, Linker linker) {
        return new Question(catalogue.kind(), "", linker.language().tag(), chosen, order);
    }
}
