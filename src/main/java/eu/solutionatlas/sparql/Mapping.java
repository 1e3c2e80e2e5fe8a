package eu.solutionatlas.sparql;

/** What became of putting a result on the map. */
sealed interface Mapping {
    /** It is there. */
    record Drawn(ResultMap map) implements Mapping {}

    /** No row is about a region that is on the map or lies in one. */
    record NoRegions() implements Mapping {}

    /** There are several numbers for one region, or only such of its parts, and nothing that they would be together. */
    record NoNumberForEach() implements Mapping {}

    /** Rows of parts of regions are not all there, so that nothing they make together would be true of the regions. */
    record RowsLeftOut() implements Mapping {}

    /** The query reckons with groups, and none of its columns has numbers. */
    record NoNumbers() implements Mapping {}

    /** The regions are not what the query groups by, so that its numbers are not theirs. */
    record NotOfRegions() implements Mapping {}
}
