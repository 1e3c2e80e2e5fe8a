package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Listing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a list shows.
 *
 * @param path of the whole list
 * @param words which messages speak of it: {@code solutions} or {@code actors}
 * @param text that was looked for
 * @param kept what a new search keeps
 * @param filters that are on, each with the way to be without it
 * @param facets to cut the list by
 * @param orders to choose from
 * @param hubs to choose from, this one or all; none where there is only this one
 * @param listing what was found
 * @param loosened whether nothing has all the words
 * @param meant the words that were probably meant
 * @param waysOn where to go when nothing was found
 * @param query the list as a SPARQL query
 */
public record ListPage(
        String path,
        String words,
        String text,
        List<Kept> kept,
        List<Filter> filters,
        List<FacetBox> facets,
        List<Choice> orders,
        List<Choice> hubs,
        Listing listing,
        boolean loosened,
        Optional<Way> meant,
        List<Way> waysOn,
        String query) {

    /** The query as part of an address. */
    public String encodedQuery() {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** A parameter of the address. */
    public record Kept(String name, String value) {}

    /**
     * A filter that is on.
     *
     * @param facet what it is a value of, as the key of a message
     * @param without the address of the list without it
     */
    public record Filter(String facet, Label label, String without) {}

    /**
     * One facet.
     *
     * @param name as the key of a message
     * @param switchLabel key of a message for the switch below the values; empty when there is none
     * @param switchHref where the switch leads
     */
    public record FacetBox(String name, List<Value> values, boolean open, String switchLabel, String switchHref) {}

    /**
     * One value of a facet.
     *
     * @param count how many entries the list has after a click, or where it adds, how many it has more
     * @param adds whether a click adds to other values that are chosen, so that the list is not of this value alone
     * @param below values below this one
     */
    public record Value(Label label, int count, boolean adds, boolean chosen, String href, List<Value> below) {}

    /** One of several, of which one is current. */
    public record Choice(String name, String href, boolean current) {}

    /**
     * A way on.
     *
     * @param count how many entries there are
     */
    public record Way(Label label, String href, int count) {}
}
