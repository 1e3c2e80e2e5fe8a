package eu.solutionatlas.reconcile;

import eu.solutionatlas.rdf.Labels;
import java.time.LocalDate;

/** One value of a property. */
sealed interface Value {
    /** What can be written down. */
    record Text(String text) implements Value {}

    /** A whole number. */
    record Number(long number) implements Value {}

    /** A day. */
    record Day(LocalDate day) implements Value {}

    /**
     * Something that has an identifier of its own.
     *
     * @param names in all languages
     */
    record Thing(String id, Labels names) implements Value {}
}
