package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.search.Background;
import java.net.URI;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;

/**
 * By what an actor can be recognised in another hub, as values of {@link eu.solutionatlas.search.Facet#LIKENESS}: two
 * actors that have one in common are probably the same. The first letter of a value says what it is.
 */
public final class Likeness {
    /** Why two actors are probably the same, the best reason first. */
    public enum Reason {
        /** An identifier in common, or one says that it is the other. */
        IDENTIFIER('i'),
        /** The same address on the web. */
        HOMEPAGE('h'),
        /** The same name, in the same region. */
        NAME('n');

        private final char letter;

        Reason(char letter) {
            this.letter = letter;
        }
    }

    /** What more entries than this have in common identifies none of them: a page of a social network, a common name. */
    public static final int MOST = 20;

    private static final Node IDENTIFIER = NodeFactory.createURI("http://www.w3.org/ns/adms#identifier");
    /** NUTS level 2: narrow enough for names to mean the same, and given by every hub. */
    private static final int REGION_LENGTH = 4;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Likeness() {}

    /** The values of an actor. */
    public static Set<String> values(Description actor, Function<Node, ? extends Collection<Node>> upwards) {
        Set<String> values = new LinkedHashSet<>();
        add(values, Reason.IDENTIFIER, actor.subject().getURI());
        actor.things(OWL2.sameAs).forEach(same -> add(values, Reason.IDENTIFIER, same.getURI()));
        identifiers(actor).forEach(identifier -> add(values, Reason.IDENTIFIER, identifier));
        actor.things(FOAF.homepage.asNode())
                .forEach(page -> site(page.getURI()).ifPresent(site -> add(values, Reason.HOMEPAGE, site)));
        Set<String> regions = regions(actor, upwards);
        actor.labels(FOAF.name).byLanguage().values().stream()
                .map(Likeness::plain)
                .filter(name -> !name.isEmpty())
                .forEach(name -> regions.forEach(region -> add(values, Reason.NAME, name + '\t' + region)));
        return values;
    }

    /** The value of an actor that has such an identifier, or such an IRI. */
    public static String ofIdentifier(String identifier) {
        return Reason.IDENTIFIER.letter + identifier;
    }

    /** The value of an actor that has such an address on the web; empty when it is none. */
    public static Optional<String> ofHomepage(String address) {
        return site(address).map(site -> Reason.HOMEPAGE.letter + site);
    }

    /** What it means to have a value in common. */
    public static Reason reason(String value) {
        for (Reason reason : Reason.values()) {
            if (value.charAt(0) == reason.letter) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no value of likeness: " + value);
    }

    private static void add(Set<String> values, Reason reason, String value) {
        values.add(reason.letter + value);
    }

    /** An identifier is a literal, an IRI, or a thing of its own that has the identifier as its notation. */
    private static Set<String> identifiers(Description actor) {
        Set<String> identifiers = new LinkedHashSet<>();
        actor.graph()
                .find(actor.subject(), IDENTIFIER, Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .forEach(identifier -> {
                    if (identifier.isLiteral()) {
                        identifiers.add(identifier.getLiteralLexicalForm());
                        return;
                    }
                    Optional<String> notation = new Description(actor.graph(), identifier).value(SKOS.notation);
                    notation.ifPresent(identifiers::add);
                    if (notation.isEmpty() && identifier.isURI()) {
                        identifiers.add(identifier.getURI());
                    }
                });
        return identifiers;
    }

    private static Set<String> regions(Description actor, Function<Node, ? extends Collection<Node>> upwards) {
        Set<String> regions = new LinkedHashSet<>();
        for (Node place : actor.things(DCTerms.spatial)) {
            Set<String> above = Background.values(upwards.apply(place));
            above.stream()
                    .filter(code -> code.length() == REGION_LENGTH)
                    .findFirst()
                    .or(() -> Optional.of(Background.value(place)))
                    .ifPresent(regions::add);
        }
        return regions;
    }

    /** An address on the web without what makes no difference to people; empty when it is none. */
    public static Optional<String> site(String iri) {
        try {
            URI address = new URI(iri).normalize();
            String host = address.getHost();
            if (host == null || !iri.regionMatches(true, 0, "http", 0, 4)) {
                return Optional.empty();
            }
            String path = Optional.ofNullable(address.getRawPath()).orElse("").replaceFirst("/+$", "");
            String query = Optional.ofNullable(address.getRawQuery())
                    .map(some -> "?" + some)
                    .orElse("");
            return Optional.of(host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "") + path + query);
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A name without accents, case and punctuation. */
    static String plain(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return OTHER_SIGNS
                .matcher(bare.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
