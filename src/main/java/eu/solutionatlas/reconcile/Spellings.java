package eu.solutionatlas.reconcile;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import eu.solutionatlas.rdf.Labels;
import java.util.List;

/** Names taken apart, kept for a while: the same few names are compared with row after row of a table. */
final class Spellings {
    private static final int KEPT = 20_000;

    private final LoadingCache<String, Spelling> known =
            Caffeine.newBuilder().maximumSize(KEPT).build(Spelling::of);

    Spelling of(String name) {
        return known.get(name);
    }

    /** Of every name of a thing. */
    List<Spelling> of(Labels names) {
        return names.byLanguage().values().stream().distinct().map(this::of).toList();
    }

    /** Whether something that was asked for is one of these names. */
    boolean isName(String asked, Labels names) {
        Spelling spelling = Spelling.of(asked);
        return of(names).stream().anyMatch(name -> Sameness.of(spelling, name).isSure());
    }
}
