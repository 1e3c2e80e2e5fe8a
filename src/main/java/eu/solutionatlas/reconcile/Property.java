package eu.solutionatlas.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the API tells of things, and by what it tells them apart. */
enum Property {
    NAME("Name", Range.NAME, Kind.ACTOR, Kind.SOLUTION, Kind.THEME, Kind.REGION),
    IRI("IRI", Range.IDENTIFIER, Kind.ACTOR, Kind.SOLUTION, Kind.THEME, Kind.REGION),
    DESCRIPTION("Description", Range.PROSE, Kind.SOLUTION),
    KIND("Kind of actor", Range.WORD, Kind.ACTOR),
    REGION("Region", Range.REGION, Kind.ACTOR, Kind.SOLUTION),
    COUNTRY("Country", Range.REGION, Kind.ACTOR, Kind.SOLUTION, Kind.REGION),
    TOWN("Town", Range.TEXT, Kind.ACTOR),
    HOMEPAGE("Website", Range.ADDRESS, Kind.ACTOR, Kind.SOLUTION),
    MEMBER_OF("Member of", Range.ACTOR, Kind.ACTOR),
    THEME("Theme", Range.THEME, Kind.SOLUTION),
    PROVIDER("Provider", Range.ACTOR, Kind.SOLUTION),
    ADOPTER("Adopter", Range.ACTOR, Kind.SOLUTION),
    STATUS("Status", Range.WORD, Kind.SOLUTION),
    STATUS_AS_OF("Status as of", Range.TEXT, Kind.SOLUTION),
    START_YEAR("Start year", Range.NUMBER, Kind.SOLUTION),
    SOURCE_CODE("Source code", Range.ADDRESS, Kind.SOLUTION),
    LICENCE("Licence of the software", Range.IDENTIFIER, Kind.SOLUTION),
    HUB("Hub that it was copied from", Range.TEXT, Kind.ACTOR, Kind.SOLUTION),
    ENTERED("Entered into the catalogue", Range.DAY, Kind.ACTOR, Kind.SOLUTION),
    MODIFIED("Last changed", Range.DAY, Kind.ACTOR, Kind.SOLUTION),
    CODE("Code", Range.TEXT, Kind.THEME, Kind.REGION),
    LEVEL("NUTS level", Range.NUMBER, Kind.REGION),
    BROADER("Lies in, or under", Range.BROADER, Kind.THEME, Kind.REGION);

    /** What values there are, and how they are compared. */
    enum Range {
        /** A name, in as many languages as there are. */
        NAME,
        /** A whole IRI. */
        IDENTIFIER,
        /** An address on the web: the way it is written makes no difference. */
        ADDRESS,
        /** Prose, which nobody's table has word for word: never compared. */
        PROSE,
        TEXT,
        NUMBER,
        DAY,
        /** A concept that is none of the types, by its name. */
        WORD,
        REGION,
        THEME,
        ACTOR,
        /** A theme of a theme, a region of a region. */
        BROADER
    }

    private final String title;
    private final Range range;
    private final Set<Kind> kinds;

    Property(String title, Range range, Kind... kinds) {
        this.title = title;
        this.range = range;
        this.kinds = Set.of(kinds);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    Range range() {
        return range;
    }

    boolean isOf(Kind kind) {
        return kinds.contains(kind);
    }

    /** The type of its values, where they are things that the API knows; of {@link Range#BROADER} that of the thing. */
    Optional<Kind> type() {
        return switch (range) {
            case REGION -> Optional.of(Kind.REGION);
            case THEME -> Optional.of(Kind.THEME);
            case ACTOR -> Optional.of(Kind.ACTOR);
            default -> Optional.empty();
        };
    }

    static Optional<Property> of(String id) {
        return Arrays.stream(values())
                .filter(one -> one.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** Those of a type. */
    static List<Property> of(Kind kind) {
        return Arrays.stream(values()).filter(one -> one.isOf(kind)).toList();
    }

    /** All identifiers, for people. */
    static String list() {
        return Arrays.stream(values()).map(Property::id).collect(Collectors.joining(", "));
    }
}
