package eu.solutionatlas.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of the API: what there is to be found. */
enum Kind {
    ACTOR("Actor", "https://w3id.org/solution-atlas/ns#Actor"),
    SOLUTION("Solution", "https://w3id.org/solution-atlas/ns#Solution"),
    THEME("Theme", "https://w3id.org/solution-atlas/theme"),
    REGION("Region", "https://w3id.org/solution-atlas/ns#Region");

    static final List<Kind> ALL = List.of(values());

    private final String title;
    private final String iri;

    Kind(String title, String iri) {
        this.title = title;
        this.iri = iri;
    }

    /** The identifier, which is also the first part of the paths of such things. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called; programs show it as it is, so there is one name for it. */
    String title() {
        return title;
    }

    /** Whether its things have a document each, and are found by the search. */
    boolean isEntry() {
        return this == ACTOR || this == SOLUTION;
    }

    /** A type by its identifier, or by the IRI of its class or scheme. */
    static Optional<Kind> of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equalsIgnoreCase(id) || kind.iri.equals(id))
                .findFirst();
    }

    /** All identifiers, for people. */
    static String list() {
        return ALL.stream().map(Kind::id).collect(Collectors.joining(", "));
    }
}
