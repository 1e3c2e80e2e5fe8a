package eu.solutionatlas.reconcile;

import java.util.List;
import java.util.Map;

/**
 * A thing that may be meant.
 *
 * @param score from 0 to 100
 * @param sure whether nothing speaks against it, and its name or an address says that it is this one: if no other is
 * @param likeness of the name, from 0 to 100
 * @param agreements what the properties that were asked about say; without those that tell nothing
 */
record Candidate(
        Entity entity,
        double score,
        boolean sure,
        Sameness sameness,
        double likeness,
        Map<Property, Boolean> agreements) {
    /**
     * What was found for one query.
     *
     * @param match whether the first one is it
     */
    record Found(List<Candidate> candidates, boolean match) {}
}
