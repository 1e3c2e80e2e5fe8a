package eu.solutionatlas.browse;

import org.apache.jena.graph.Node;

/**
 * A column of a list as a table.
 *
 * @param name in the head of the table
 * @param property whose values stand in it, separated by semicolons where there are several
 * @param form how a value is written
 */
public record Column(String name, Node property, Form form) {
    /** How a value is written. */
    public enum Form {
        /** What a thing is called. */
        NAME,
        /** The last part of a thing's IRI, which is the value of a filter. */
        CODE,
        /** The whole IRI. */
        IRI,
        /** The text of a literal. */
        TEXT,
        /** As {@link #TEXT}, and a number to spreadsheet programs. */
        YEAR
    }
}
