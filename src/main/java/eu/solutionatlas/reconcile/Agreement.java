package eu.solutionatlas.reconcile;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.web.Language;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Whether what a row says of a thing is what we know of it. */
final class Agreement {
    private final Things things;
    private final Spellings spellings;

    Agreement(Things things, Spellings spellings) {
        this.things = things;
        this.spellings = spellings;
    }

    /** Whether they agree; empty where we do not know, or do not understand what was said. */
    Optional<Boolean> of(Property property, List<String> asked, Facts facts) {
        List<Value> known = facts.of(property, Language.DEFAULT.tag());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return switch (property.range()) {
            case PROSE, NAME -> Optional.empty();
            case REGION -> regions(asked, facts.regions());
            case ADDRESS -> Optional.of(any(asked, known, Agreement::isSameSite));
            case IDENTIFIER -> Optional.of(any(asked, known, String::equals));
            case TEXT, NUMBER, DAY ->
                Optional.of(
                        any(asked, known, (one, other) -> Letters.spellings(one).equals(Letters.spellings(other))));
            case WORD, THEME, ACTOR, BROADER ->
                Optional.of(known.stream()
                        .filter(Value.Thing.class::isInstance)
                        .map(Value.Thing.class::cast)
                        .anyMatch(thing -> asked.stream().anyMatch(one -> isNamed(one, thing))));
        };
    }

    private boolean isNamed(String asked, Value.Thing thing) {
        String code = thing.id().substring(thing.id().lastIndexOf('/') + 1);
        return asked.equals(thing.id())
                || asked.endsWith("/" + thing.id())
                || asked.equalsIgnoreCase(code)
                || spellings.isName(asked, thing.names());
    }

    /** A region within one that was asked for, or around it: a table may be more exact than we are. */
    private Optional<Boolean> regions(List<String> asked, List<Node> places) {
        Set<Node> meant = new HashSet<>();
        asked.forEach(one -> meant.addAll(region(one)));
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(places.stream()
                .anyMatch(place -> meant.stream()
                        .anyMatch(region -> things.regionsAbove(place).contains(region)
                                || things.regionsAbove(region).contains(place))));
    }

    private Set<Node> region(String asked) {
        String code = asked.substring(asked.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        Set<Node> meant = new HashSet<>();
        things.all(Kind.REGION).stream()
                .filter(region ->
                        Background.value(region.thing()).equals(code) || spellings.isName(asked, region.names()))
                .forEach(region -> meant.add(region.thing()));
        country(asked).ifPresent(meant::add);
        return meant;
    }

    /** A country by its name in one of our languages, as the platform knows it. */
    private static Optional<Node> country(String asked) {
        Set<String> wanted = Letters.spellings(asked);
        return COUNTRIES.entrySet().stream()
                .filter(one -> wanted.contains(one.getKey()))
                .map(one -> NodeFactory.createURI(Iris.NUTS + one.getValue()))
                .findFirst();
    }

    private static final Map<String, String> COUNTRIES = countries();

    private static Map<String, String> countries() {
        Map<String, String> countries = new java.util.HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            Arrays.stream(Language.values())
                    .forEach(language ->
                            countries.put(Letters.plain(country.getDisplayCountry(language.locale())), code));
        }
        // What CLDR does not call it any more, and tables still do.
        Stream.of("Czech Republic", "Tschechische Republik", "Česká republika", "Republika Czeska")
                .forEach(name -> countries.put(Letters.plain(name), "CZ"));
        return Map.copyOf(countries);
    }

    @FunctionalInterface
    private interface Comparison {
        boolean same(String asked, String known);
    }

    private static boolean any(List<String> asked, List<Value> known, Comparison comparison) {
        return known.stream()
                .map(Agreement::text)
                .anyMatch(value -> asked.stream().anyMatch(one -> comparison.same(one, value)));
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Number number -> Long.toString(number.number());
            case Value.Day day -> day.day().toString();
            case Value.Thing thing -> thing.id();
        };
    }

    /** The host alone: a table has the front page where we have a page below it, or the other way round. */
    private static boolean isSameSite(String one, String other) {
        return host(one).isPresent() && host(one).equals(host(other));
    }

    static Optional<String> host(String address) {
        String whole = address.contains("://") ? address : "https://" + address;
        try {
            return Optional.ofNullable(new URI(whole).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }
}
