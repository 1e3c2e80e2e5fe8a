package eu.solutionatlas.reconcile;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** In which sense a name that was asked for is the name of a thing, the strictest first. */
enum Sameness {
    /** Letter by letter, accents and case aside. */
    WHOLE(100),
    /** Without legal form, rank and a short form in brackets, of which none says otherwise. */
    CORE(98),
    /** The same words in another order. */
    ORDER(96),
    /** One is a part of the other that may stand for it, such as a short form. */
    PART(92),
    /** Not the same. */
    NONE(0);

    private final double score;

    Sameness(double score) {
        this.score = score;
    }

    /** From 0 to 100. */
    double score() {
        return score;
    }

    /** Whether the name alone says which thing is meant, if it is the only one of that name. */
    boolean isSure() {
        return this == WHOLE || this == CORE;
    }

    static Sameness of(Spelling asked, Spelling name) {
        if (share(asked.whole(), name.whole())) {
            return WHOLE;
        }
        if (share(asked.core(), name.core())) {
            return contradicts(asked.rank(), name.rank()) || contradicts(asked.form(), name.form()) ? PART : CORE;
        }
        if (isReordered(asked.words(), name.words()) || isReordered(asked.coreWords(), name.coreWords())) {
            return ORDER;
        }
        return share(asked.aliases(), name.core())
                        || share(asked.core(), name.aliases())
                        || share(asked.whole(), name.aliases())
                ? PART
                : NONE;
    }

    private static boolean isReordered(List<String> one, List<String> other) {
        return !one.isEmpty()
                && one.size() == other.size()
                && one.stream().sorted().toList().equals(other.stream().sorted().toList());
    }

    private static boolean share(Set<String> one, Set<String> other) {
        return !Collections.disjoint(one, other);
    }

    private static boolean contradicts(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
