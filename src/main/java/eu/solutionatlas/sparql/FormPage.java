package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The page on which a query is written.
 *
 * @param form with a query to begin with, or the one that could not be answered
 * @param problem why it could not
 * @param outcome the same in a sentence in the language of the reader, for the problems that time and size bring
 * @param limits in words a sentence each
 * @param examples for this address
 */
public record FormPage(
        QueryForm form,
        Optional<Problem> problem,
        Optional<String> outcome,
        List<String> limits,
        List<ExamplesPage.Opened> examples) {}
