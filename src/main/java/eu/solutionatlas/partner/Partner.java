package eu.solutionatlas.partner;

import eu.solutionatlas.rdf.Labels;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Another hub as our register knows it.
 *
 * @param id its short name, by which queries ({@code urn:hub:ID}) and addresses mean it
 * @param name in any number of languages
 * @param regions that it serves, NUTS codes as IRIs
 * @param spaces how the IRIs of its own entries begin; it speaks for these and no others
 * @param endpoint where it answers SPARQL about its own entries
 * @param dump all its entries, as one file
 * @param changes where an Atlas gives what has changed since a data version
 * @param since when it was registered
 */
public record Partner(
        String id,
        Labels name,
        Optional<String> homepage,
        List<Node> regions,
        List<String> spaces,
        Optional<String> endpoint,
        Optional<String> dump,
        Optional<String> changes,
        Contact contact,
        HubState state,
        Optional<LocalDate> since) {
    /** The longest short name that is accepted. */
    public static final int MAX_ID = 40;

    /** What lists call this hub itself. */
    private static final String THIS_HUB = "here";

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public Partner {
        regions = List.copyOf(regions);
        spaces = List.copyOf(spaces);
    }

    /** Whether this can be a short name: lower-case ASCII letters, digits and single hyphens, and not "here". */
    public static boolean isId(String text) {
        return text.length() <= MAX_ID && ID.matcher(text).matches() && !text.equals(THIS_HUB);
    }

    /** Why a hub that is so described cannot be asked or copied, in words; empty when it can. */
    Optional<String> flaw() {
        if (endpoint.isEmpty() && dump.isEmpty()) {
            return Optional.of("it has neither a SPARQL endpoint (void:sparqlEndpoint) nor a dump (void:dataDump), so"
                    + " there is nothing to ask or copy");
        }
        if (spaces.isEmpty()) {
            return Optional.of("it is not said how the IRIs of its entries begin (void:uriSpace)");
        }
        return Stream.of(homepage, endpoint, dump, changes)
                .flatMap(Optional::stream)
                .filter(address -> !isAddress(address))
                .map(address -> address + " is no web address")
                .findFirst();
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether it is asked and copied. */
    public boolean isActive() {
        return state == HubState.ACTIVE;
    }

    /** Whether a thing is the hub's own. */
    public boolean speaksFor(String iri) {
        return spaces.stream().anyMatch(iri::startsWith);
    }

    /** The same hub in another state. */
    public Partner in(HubState other) {
        return new Partner(id, name, homepage, regions, spaces, endpoint, dump, changes, contact, other, since);
    }

    /** The same hub under another short name. */
    public Partner named(String other) {
        return new Partner(other, name, homepage, regions, spaces, endpoint, dump, changes, contact, state, since);
    }
}
