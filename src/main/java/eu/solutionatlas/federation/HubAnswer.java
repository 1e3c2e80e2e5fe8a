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
        Optional<CopyWorth> copy,
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
        /** Its copy has answered, since it cannot be asked itself or the query only be answered from copies. */
        COPIED,
        /** Not asked, since its copy says that it has nothing of what is looked for. */
        NOTHING_THERE;

        /** Whether something may be missing. */
        boolean lacks() {
            return this == CUT || this == FAILED || this == PAUSED;
        }
    }

    /** Whether its copy stands in for what it did not say. */
    boolean isFromCopy() {
        return state == State.COPIED || (state.lacks() && copy.isPresent());
    }

    /** Whether the answer is as old as a copy: for what the copy says, or for what it does not have. */
    boolean restsOnCopy() {
        return isFromCopy() || state == State.NOTHING_THERE;
    }

    /** Whether the hub's part is not there at all, or cut, and nothing stands in for it. */
    boolean isMissing() {
        return state.lacks() && !isFromCopy();
    }

    /** Whether what stands in for it is a copy that does not have all that the hub had by then. */
    boolean lacksEntries() {
        return isFromCopy() && copy.map(CopyWorth::lacksEntries).orElse(false);
    }

    /** This hub, whose own entries are asked together with copies or alone. */
    static HubAnswer own(String hub) {
        return new HubAnswer(hub, 1, State.ANSWERED, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** A hub whose copy answers. */
    static HubAnswer copied(String hub, int part, CopyWorth worth, int rows, String why) {
        return new HubAnswer(
                hub, part, State.COPIED, rows, 0, Optional.empty(), Optional.of(why), Optional.of(worth), 0);
    }

    /** A hub that has neither answered nor a copy. */
    static HubAnswer withoutCopy(String hub, int part, String why) {
        return new HubAnswer(
                hub, part, State.FAILED, 0, 0, Optional.of("NO_COPY"), Optional.of(why), Optional.empty(), 0);
    }

    /** The same with something more to say. */
    HubAnswer saying(String more) {
        String all = words.map(before -> before + "; " + more).orElse(more);
        return new HubAnswer(hub, part, state, rows, millis, error, Optional.of(all), copy, foreign);
    }

    HubAnswer insteadFrom(CopyWorth worth, int copied) {
        return new HubAnswer(hub, part, state, copied, millis, error, words, Optional.of(worth), 0);
    }
}
