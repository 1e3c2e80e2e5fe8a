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
 * @param outcome the same in a sentence in the language of the reader, for the problems that time and size bring
 * @param limits in words a sentence each
 * @param examples for this address
 */
public record FormPage(
        String path,
        String query,
        Optional<Problem> problem,
        Optional<String> outcome,
        List<String> limits,
        List<ExamplesPage.Opened> examples) {}
