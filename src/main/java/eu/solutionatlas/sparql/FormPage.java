package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What the query form shows.
 *
 * @param path of the address that it is sent to
 * @param query to begin with, or the one that could not be answered
 * @param problem why it could not
 * @param limits in words a sentence each
 */
public record FormPage(String path, String query, Optional<Problem> problem, List<String> limits) {}
