package eu.solutionatlas.dump;

import eu.solutionatlas.dump.Changes.Kind;
import java.util.Optional;

/**
 * A document that is not the same in two sets.
 *
 * @param before as it was in the earlier set; empty when that has no such document
 * @param after as it is in the later set; empty when that has none
 */
record Difference(Optional<InventoryLine> before, Optional<InventoryLine> after) {
    /** What became of it for people, to whom a tombstone is no entry; empty for what was none before and is none now. */
    Optional<Kind> kind() {
        boolean was = before.filter(line -> !line.isGone()).isPresent();
        boolean is = after.filter(line -> !line.isGone()).isPresent();
        if (was && is) {
            return Optional.of(Kind.CHANGED);
        }
        return was ? Optional.of(Kind.REMOVED) : is ? Optional.of(Kind.ADDED) : Optional.empty();
    }

    /** The document as it is; as it was, when it is none any more. */
    InventoryLine line() {
        return after.filter(line -> !line.isGone())
                .or(() -> before)
                .or(() -> after)
                .orElseThrow(() -> new IllegalStateException("a difference of nothing"));
    }
}
