package eu.solutionatlas.search;

/**
 * A way of cutting the catalogue. Values are short names, the same that stand in the address of a list.
 *
 * <p>An entry may have several values of a facet; of the trees, it has the values above its own as well.
 */
public enum Facet {
    /** The last part of a theme's IRI; a tree. */
    THEME,
    /** NUTS codes; a tree. */
    REGION,
    /** NUTS codes without those above them: where an entry itself says that it is. */
    REGION_ITSELF,
    /** The last part of a status's IRI. */
    STATUS,
    /** The last part of an actor kind's IRI. */
    KIND,
    /** Four digits. */
    YEAR,
    /** Language tags of its texts. */
    LANGUAGE,
    /** {@code yes} for an entry whose source code is public. */
    CODE,
    /** Which hub an entry comes from. */
    HUB,
    /** The last part of an actor's IRI: who provides an entry. */
    PROVIDER(false),
    /** The last part of an actor's IRI: who uses an entry. */
    ADOPTER(false),
    /** The last part of a solution's IRI: what an entry builds on. */
    BUILDS_ON(false),
    /** The last part of an actor's IRI: the network that an entry is a member of. */
    NETWORK(false);

    private final boolean counted;

    Facet() {
        this(true);
    }

    Facet(boolean counted) {
        this.counted = counted;
    }

    /** Whether its values are few enough to be counted: those of the others only filter. */
    public boolean isCounted() {
        return counted;
    }

    /** The index field of the facet. */
    String field() {
        return "facet-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
