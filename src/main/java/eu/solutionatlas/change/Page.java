package eu.solutionatlas.change;

import eu.solutionatlas.rdf.DataVersion;
import java.util.List;
import java.util.Optional;

/**
 * Some activities in their order.
 *
 * @param until whoever has followed up to here has this data version
 * @param next where to go on; empty at the end of what has happened so far
 */
record Page(List<Activity> activities, DataVersion until, Optional<Place> next) {
    /**
     * Where a page begins.
     *
     * @param after after the changes of this version
     * @param skip how many activities of the next change to leave out, since an earlier page has them
     */
    record Place(DataVersion after, int skip) {}

    Page {
        activities = List.copyOf(activities);
    }
}
