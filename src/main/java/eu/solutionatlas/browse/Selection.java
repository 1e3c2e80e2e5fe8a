package eu.solutionatlas.browse;

import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.Question;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.QueryParameters;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What part of a list somebody wants to see. It stands in the address, whole and in one way only, so that what is the
 * same has one address.
 *
 * @param catalogue the list
 * @param text words to look for; empty for none
 * @param chosen values of facets
 * @param itself whether regions are meant without those that lie in them
 * @param order of the entries
 * @param page from 1
 */
record Selection(
        Catalogue catalogue,
        String text,
        Map<FacetKey, SortedSet<String>> chosen,
        boolean itself,
        Question.Order order,
        int page) {
    static final String TEXT = "q";
    static final String ITSELF = "here";
    static final String SORT = "sort";

    private static final int LONGEST_TEXT = 300;
    private static final int MOST_VALUES = 50;

    /**
     * Reads a request.
     *
     * @throws ProblemException 400 when a parameter has no sense
     */
    static Selection read(Context ctx, Catalogue catalogue) {
        String text = text(ctx);
        Map<FacetKey, SortedSet<String>> chosen = new EnumMap<>(FacetKey.class);
        for (Facet facet : catalogue.all()) {
            FacetKey key = FacetKey.of(facet);
            SortedSet<String> values =
                    new TreeSet<>(ctx.queryString() == null ? Set.of() : Set.copyOf(ctx.queryParams(key.parameter())));
            values.remove("");
            values.forEach(value -> check(key, value));
            if (values.size() > MOST_VALUES) {
                throw new ProblemException(Problem.badRequest(
                        "too-many-values",
                        "The parameter " + key.parameter() + " may be given " + MOST_VALUES + " times."));
            }
            if (!values.isEmpty()) {
                chosen.put(key, values);
            }
        }
        return new Selection(
                catalogue,
                text,
                chosen,
                QueryParameters.one(ctx, ITSELF).filter("1"::equals).isPresent(),
                order(QueryParameters.one(ctx, SORT).orElse("")),
                Paging.number(ctx));
    }

    /**
     * The words that a request looks for.
     *
     * @throws ProblemException 400 when there are too many
     */
    static String text(Context ctx) {
        String text = QueryParameters.one(ctx, TEXT).orElse("").strip();
        if (text.length() > LONGEST_TEXT) {
            throw new ProblemException(Problem.badRequest(
                    "search-too-long",
                    "Search words may have " + LONGEST_TEXT + " characters; these have " + text.length() + "."));
        }
        return text;
    }

    private static void check(FacetKey key, String value) {
        if (!key.allows(value)) {
            throw new ProblemException(Problem.badRequest(
                    "malformed-value", "The parameter " + key.parameter() + " has a value that it cannot have."));
        }
    }

    private static Question.Order order(String name) {
        return switch (name) {
            case "" -> Question.Order.BEST;
            case "title" -> Question.Order.TITLE;
            case "newest" -> Question.Order.NEWEST;
            default ->
                throw new ProblemException(Problem.badRequest(
                        "unknown-order", "The parameter sort is title or newest, or left out for the best match."));
        };
    }

    /** The address of this selection, below that of its list. */
    Address address(Address list) {
        Address address = text.isEmpty() ? list : list.with(TEXT, text);
        for (Map.Entry<FacetKey, SortedSet<String>> facet : chosen.entrySet()) {
            address = address.with(facet.getKey().parameter(), facet.getValue());
        }
        if (itself && chosen.containsKey(FacetKey.REGION)) {
            address = address.with(ITSELF, "1");
        }
        address = switch (order) {
            case BEST -> address;
            case TITLE -> address.with(SORT, "title");
            case NEWEST -> address.with(SORT, "newest");
        };
        return Paging.address(address, page);
    }

    String target() {
        return address(new Address(catalogue.path())).target();
    }

    /** The question that the search answers. */
    Question question(String language) {
        Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
        chosen.forEach((key, some) -> values.put(facet(key), some));
        return new Question(catalogue.kind(), text, language, values, order);
    }

    /** The facet that a parameter means, with or without what lies below. */
    Facet facet(FacetKey key) {
        return key == FacetKey.REGION && itself ? Facet.REGION_ITSELF : key.facet();
    }

    SortedSet<String> chosen(FacetKey key) {
        return chosen.getOrDefault(key, new TreeSet<>());
    }

    /** From the first page on, with a value more, or less when it is chosen already. */
    Selection toggle(FacetKey key, String value) {
        SortedSet<String> values = new TreeSet<>(chosen(key));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(key, values);
    }

    /** From the first page on, with these values of a facet. */
    Selection with(FacetKey key, SortedSet<String> values) {
        Map<FacetKey, SortedSet<String>> other = new EnumMap<>(FacetKey.class);
        other.putAll(chosen);
        if (values.isEmpty()) {
            other.remove(key);
        } else {
            other.put(key, values);
        }
        return new Selection(catalogue, text, other, itself, order, 1);
    }

    /** The whole list, not a page of it. */
    Selection whole() {
        return new Selection(catalogue, text, chosen, itself, order, 1);
    }

    Selection withText(String other) {
        return new Selection(catalogue, other, chosen, itself, order, 1);
    }

    Selection withOrder(Question.Order other) {
        return new Selection(catalogue, text, chosen, itself, other, 1);
    }

    Selection withItself(boolean other) {
        return new Selection(catalogue, text, chosen, other, order, 1);
    }
}
