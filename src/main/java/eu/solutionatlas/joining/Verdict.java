package eu.solutionatlas.joining;

import java.util.List;

/** What became of a hub's announcement. */
sealed interface Verdict {
    /** It is read, or waits for that. */
    record Waiting() implements Verdict {}

    /** It is noted, and the operator decides. */
    record Noted(String id) implements Verdict {}

    /** The operator has decided about it before. */
    record Known(String id) implements Verdict {}

    /**
     * It is a hub, but something is not said at its address, or cannot be believed without asking.
     *
     * @param command by which the operator can add it nevertheless
     */
    record Unfinished(List<String> missing, String command) implements Verdict {
        public Unfinished {
            missing = List.copyOf(missing);
        }
    }

    /** @param reason in words */
    record Refused(String reason) implements Verdict {}

    /** @param tried what was tried and what came of it, a line each */
    record NoHub(List<String> tried) implements Verdict {
        public NoHub {
            tried = List.copyOf(tried);
        }
    }

    /** The hub stopped, or something went wrong on our side. */
    record Lost() implements Verdict {}
}
