package eu.solutionatlas.sparql;

import java.util.List;

/**
 * The form in which a query is written.
 *
 * @param path of the address that it is sent to
 * @param query to begin with
 * @param kept fields that nobody sees, of what else is said with the query
 */
public record QueryForm(String path, String query, List<Field> kept) {
    /** What is said without being seen. */
    public record Field(String name, String value) {}
}
