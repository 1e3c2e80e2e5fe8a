package eu.solutionatlas.rdf;

import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;

/**
 * All entries of one kind, by title in the order of a language, whole or cut by what they link to. Immutable; the order
 * of a language is worked out when first asked for.
 */
public final class Register<E extends Listed> {
    private record Sorted<E>(List<E> all, Map<Node, List<E>> byLink) {}

    private record Keyed<E extends Listed>(E entry, CollationKey key) {}

    private final Map<Node, E> byThing;
    private final Map<String, Sorted<E>> byLanguage = new ConcurrentHashMap<>();

    private Register(Map<Node, E> byThing) {
        this.byThing = byThing;
    }

    public static <E extends Listed> Register<E> of(Collection<E> entries) {
        Map<Node, E> byThing = new HashMap<>();
        entries.forEach(entry -> byThing.put(entry.thing(), entry));
        return new Register<>(byThing);
    }

    public int size() {
        return byThing.size();
    }

    public Optional<E> get(Node thing) {
        return Optional.ofNullable(byThing.get(thing));
    }

    /** What the entries are called. */
    public Names names() {
        return thing -> get(thing).map(Listed::title).orElse(Labels.NONE);
    }

    /** Every entry, in no order. */
    public Collection<E> entries() {
        return byThing.values();
    }

    /** Every entry, by title. */
    public List<E> all(String language) {
        return sorted(language).all();
    }

    /** The entries that have to do with something, by title. */
    public List<E> linkedTo(Node link, String language) {
        return sorted(language).byLink().getOrDefault(link, List.of());
    }

    /** The entries that have to do with any of these, each once, by title. */
    public List<E> linkedToAny(Set<Node> links, String language) {
        if (links.size() == 1) {
            return linkedTo(links.iterator().next(), language);
        }
        return sorted(language).all().stream()
                .filter(entry -> entry.links().stream().anyMatch(links::contains))
                .toList();
    }

    private Sorted<E> sorted(String language) {
        return byLanguage.computeIfAbsent(language, this::sort);
    }

    private Sorted<E> sort(String language) {
        Collator collator = Collator.getInstance(Locale.forLanguageTag(language));
        List<E> all = byThing.values().stream()
                .map(entry -> new Keyed<>(
                        entry,
                        collator.getCollationKey(entry.title()
                                .in(language, entry.thing().getURI())
                                .text())))
                // Equal titles: by IRI, so that pages never overlap.
                .sorted(Comparator.comparing((Keyed<E> keyed) -> keyed.key())
                        .thenComparing(keyed -> keyed.entry().thing().getURI()))
                .map(Keyed::entry)
                .toList();
        Map<Node, List<E>> byLink = new HashMap<>();
        for (E entry : all) {
            entry.links().stream()
                    .distinct()
                    .forEach(link -> byLink.computeIfAbsent(link, none -> new ArrayList<>())
                            .add(entry));
        }
        return new Sorted<>(all, byLink);
    }
}
