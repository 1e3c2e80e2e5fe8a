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
    /** Which hub an entry comes from: the short name of a partner, or a word for this hub. */
    HUB,
    /** Who provides an entry, see {@link eu.solutionatlas.rdf.Topic#value}. */
    PROVIDER(false),
    /** Who uses an entry, in the same way. */
    ADOPTER(false),
    /** What an entry builds on, in the same way. */
    BUILDS_ON(false),
    /** The network that an entry is a member of, in the same way. */
    NETWORK(false),
    /** By what an entry can be recognised in another hub: identifiers, its address on the web, its name and region. */
    LIKENESS(false);

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
