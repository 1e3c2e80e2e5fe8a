package eu.solutionatlas.settings;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant to type. */
public final class Nearest {
    /** Names further from a known one than this many letters are no typing error. */
    private static final int FAR = 4;

    private Nearest() {}

    /** The name that is nearest to a mistyped one; empty when none is near. */
    public static Optional<String> to(String mistyped, Stream<String> names) {
        LevenshteinDistance distance = new LevenshteinDistance(FAR);
        return names.filter(name -> distance.apply(mistyped, name) >= 0)
                .min(Comparator.comparing((String name) -> distance.apply(mistyped, name))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
