package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.search.Answer;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.search.Question;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Card;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Listing;
import eu.solutionatlas.web.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/** Draws the page of a list. */
record ListDescriber(Session session) {
    ListPage describe(Selection selection, Answer answer, Vocabulary vocabulary, Linker linker, Frame frame) {
        Question question = selection.question(frame.language().tag());
        FacetBoxes boxes = new FacetBoxes(selection, question, session, vocabulary, linker, frame);
        Paging paging = Paging.of(selection.page(), answer.total());
        List<Card> cards = Shelves.cards(answer.hits(), linker);
        return new ListPage(
                selection.catalogue().path(),
                selection.catalogue().kind(),
                selection.text(),
                kept(selection),
                filters(selection, boxes),
                boxes.all(),
                orders(selection),
                hubs(selection),
                new Listing(cards, paging),
                answer.loosened(),
                answer.meant()
                        .map(meant -> new ListPage.Way(
                                new Label(meant, ""), selection.withText(meant).target(), answer.total())),
                answer.total() == 0 ? waysOn(selection, boxes, vocabulary, linker, frame) : List.of(),
                new ListQuery(
                                selection,
                                vocabulary,
                                linker.iris(),
                                linker.language().tag())
                        .text());
    }

    /** What a search for other words keeps: the facets and the order, but not the page. */
    private static List<ListPage.Kept> kept(Selection selection) {
        List<ListPage.Kept> kept = new ArrayList<>();
        selection
                .withText("")
                .address(new Address(selection.catalogue().path()))
                .parameters()
                .forEach((name, values) -> values.forEach(value -> kept.add(new ListPage.Kept(name, value))));
        return kept;
    }

    private static List<ListPage.Filter> filters(Selection selection, FacetBoxes boxes) {
        List<ListPage.Filter> filters = new ArrayList<>();
        if (!selection.text().isEmpty()) {
            filters.add(new ListPage.Filter(
                    "text",
                    new Label(selection.text(), ""),
                    selection.withText("").target()));
        }
        selection
                .chosen()
                .forEach((key, values) -> values.forEach(value -> filters.add(new ListPage.Filter(
                        key.parameter(),
                        boxes.label(key, value),
                        selection.toggle(key, value).target()))));
        return filters;
    }

    private static List<ListPage.Choice> orders(Selection selection) {
        List<ListPage.Choice> orders = new ArrayList<>();
        for (Question.Order order : Question.Order.values()) {
            // Without words, the best match is the order of titles.
            boolean same = order == Question.Order.BEST && selection.text().isEmpty();
            if (!same) {
                boolean current = order == selection.order()
                        || order == Question.Order.TITLE
                                && selection.text().isEmpty()
                                && selection.order() == Question.Order.BEST;
                orders.add(new ListPage.Choice(
                        order.name().toLowerCase(java.util.Locale.ROOT),
                        selection.withOrder(order).target(),
                        current));
            }
        }
        return orders;
    }

    /** This hub or all; nothing to choose from where there is none but this. */
    private List<ListPage.Choice> hubs(Selection selection) {
        boolean partners = new Shelves(selection.catalogue())
                .byHub(session).keySet().stream().anyMatch(hub -> !hub.equals(Catalogue.THIS_HUB));
        if (!partners) {
            return List.of();
        }
        SortedSet<String> own = new TreeSet<>(Set.of(Catalogue.THIS_HUB));
        SortedSet<String> chosen = selection.chosen(FacetKey.HUB);
        return List.of(
                new ListPage.Choice("own", selection.with(FacetKey.HUB, own).target(), chosen.equals(own)),
                new ListPage.Choice(
                        "all", selection.with(FacetKey.HUB, new TreeSet<>()).target(), chosen.isEmpty()));
    }

    /** What each filter alone keeps away, and what there is under the next wider theme or region. */
    private List<ListPage.Way> waysOn(
            Selection selection, FacetBoxes boxes, Vocabulary vocabulary, Linker linker, Frame frame) {
        String language = frame.language().tag();
        List<ListPage.Way> ways = new ArrayList<>();
        if (!selection.text().isEmpty() && !selection.chosen().isEmpty()) {
            way(selection.withText(""), new Label(frame.text("list.without", selection.text()), language), frame)
                    .ifPresent(ways::add);
        }
        selection.chosen().forEach((key, values) -> {
            String names = String.join(
                    ", ",
                    values.stream().map(value -> boxes.label(key, value).text()).toList());
            way(selection.with(key, new TreeSet<>()), new Label(frame.text("list.without", names), language), frame)
                    .ifPresent(ways::add);
            values.forEach(value -> wider(selection, key, value, vocabulary)
                    .forEach(broader -> way(
                                    selection.toggle(key, value).toggle(key, Background.value(broader)),
                                    new Label(
                                            frame.text(
                                                    "list.wider",
                                                    linker.name(broader).text()),
                                            language),
                                    frame)
                            .ifPresent(ways::add)));
        });
        return ways;
    }

    /** The concepts right above a value that are not chosen themselves. */
    private static List<Node> wider(Selection selection, FacetKey key, String value, Vocabulary vocabulary) {
        Optional<Scheme> scheme = Optional.ofNullable(vocabulary.schemes().get(key.parameter()));
        return scheme.stream()
                .flatMap(known -> known.concepts().keySet().stream()
                        .filter(concept -> Background.value(concept).equals(value))
                        .flatMap(concept -> known.hierarchy().broader(concept).stream()))
                .filter(broader -> !selection.chosen(key).contains(Background.value(broader)))
                .toList();
    }

    private Optional<ListPage.Way> way(Selection without, Label label, Frame frame) {
        int total = session.count(without.question(frame.language().tag()));
        return total == 0 ? Optional.empty() : Optional.of(new ListPage.Way(label, without.target(), total));
    }
}
