package eu.solutionatlas.sparql;

/**
 * What the query form shows.
 *
 * @param example a query to begin with
 * @param limits in words a sentence each
 */
public record FormPage(String example, java.util.List<String> limits) {}
