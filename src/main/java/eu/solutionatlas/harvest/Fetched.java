package eu.solutionatlas.harvest;

import eu.solutionatlas.outbound.Validators;
import eu.solutionatlas.rdf.DataVersion;
import java.nio.file.Path;
import java.util.Optional;

/** What asking a partner for its entries brought. */
sealed interface Fetched {
    /**
     * Nothing is not as it was.
     *
     * @param version the partner's data version now, if it says it and of when it is
     * @param whole whether that is said of the dump, rather than by an empty list of changes
     */
    record Unchanged(Optional<DataVersion> version, boolean whole) implements Fetched {}

    /**
     * Entries, in a file of N-Quads in which those of an entry stand together.
     *
     * @param whole whether all there are, rather than those that have changed
     * @param source the dump or endpoint that they are from
     */
    record Entries(Path file, boolean whole, String source, Validators validators, Optional<DataVersion> version)
            implements Fetched {}

    /**
     * The hub could not be asked, or not to the end.
     *
     * @param source what was asked
     */
    record Failed(String source, String reason) implements Fetched {}

    /** Something came that is not what it should be. */
    record Broken(String source, String reason) implements Fetched {}
}
