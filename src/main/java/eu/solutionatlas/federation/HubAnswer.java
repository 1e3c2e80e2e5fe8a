package eu.solutionatlas.federation;

import java.util.Optional;

/**
 * What became of one part of a query at one hub.
 *
 * @param hub short name
 * @param part of the query, counted from 1
 * @param rows that it contributed
 * @param millis that it took
 * @param error class of the fault, such as {@code TIMEOUT}; empty when there was none
 * @param words what happened, for people
 * @param copy the copy that stood in or was relied on
 * @param foreign rows left out, since they were about other hubs' entries
 */
record HubAnswer(
        String hub,
        int part,
        State state,
        int rows,
        long millis,
        Optional<String> error,
        Optional<String> words,
        Optional<CopyAge> copy,
        int foreign) {
    /** How a hub can have answered. */
    enum State {
        /** Live and whole. */
        ANSWERED,
        /** Live; the hub itself says that this is not all. */
        CUT,
        /** Not at all. */
        FAILED,
        /** Not asked, since it could not be reached just before. */
        PAUSED,
        /** Not asked, since its copy says that it has nothing of what is looked for. */
        NOTHING_THERE;

        /** Whether something may be missing. */
        boolean lacks() {
            return this == CUT || this == FAILED || this == PAUSED;
        }
    }

    /** Whether its copy stands in for what it did not say. */
    boolean isFromCopy() {
        return state.lacks() && copy.isPresent();
    }

    HubAnswer insteadFrom(CopyAge age, int copied) {
        return new HubAnswer(hub, part, state, copied, millis, error, words, Optional.of(age), 0);
    }
}
