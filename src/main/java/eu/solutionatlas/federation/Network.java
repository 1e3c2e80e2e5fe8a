package eu.solutionatlas.federation;

import eu.solutionatlas.rdf.Hierarchy;
import java.util.List;
import java.util.Map;

/**
 * The hubs as they are known when a query begins.
 *
 * @param summaries of their copies, by hub
 * @param hierarchies of themes and regions
 */
record Network(Targets targets, Map<String, CopySummary> summaries, List<Hierarchy> hierarchies) {
    Choice choice() {
        return new Choice(summaries, hierarchies);
    }
}
