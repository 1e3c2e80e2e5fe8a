package eu.solutionatlas.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The hubs of the demonstration, with the regions whose entries each has. */
enum DemoHub {
    SAXONY("saxony", "Saxony", "Sachsen", "DED"),
    BRANDENBURG("brandenburg", "Brandenburg", "Brandenburg", "DE4", "DE"),
    SILESIA("silesia", "Lower Silesia and Lubuskie", "Dolny Śląsk i Lubuskie", "PL51", "PL43", "PL"),
    BOHEMIA("bohemia", "Bohemia", "Čechy", "CZ");

    private static final String NUTS = "http://data.europa.eu/nuts/code/";

    private final String id;
    private final String english;
    private final String local;
    private final List<String> regions;

    /** @param regions NUTS codes, narrow ones first; whatever lies in one of them is the hub's */
    DemoHub(String id, String english, String local, String... regions) {
        this.id = id;
        this.english = english;
        this.local = local;
        this.regions = List.of(regions);
    }

    String id() {
        return id;
    }

    String english() {
        return english;
    }

    String local() {
        return local;
    }

    /** The language of {@link #local}. */
    String language() {
        return switch (this) {
            case SAXONY, BRANDENBURG -> "de";
            case SILESIA -> "pl";
            case BOHEMIA -> "cs";
        };
    }

    /** The regions that it says it serves. */
    List<String> served() {
        return switch (this) {
            case SAXONY -> List.of("DED");
            case BRANDENBURG -> List.of("DE4");
            case SILESIA -> List.of("PL51", "PL43");
            case BOHEMIA -> List.of("CZ");
        };
    }

    /** Whether it is a stand-alone Fuseki rather than an Atlas. */
    boolean isFuseki() {
        return this == SILESIA;
    }

    /** Whose an entry of a region is; the narrowest region decides. */
    static Optional<DemoHub> of(String region) {
        if (!region.startsWith(NUTS)) {
            return Optional.empty();
        }
        String code = region.substring(NUTS.length());
        return Arrays.stream(values())
                .filter(hub -> hub.regions.stream().anyMatch(code::startsWith))
                .findFirst();
    }
}
