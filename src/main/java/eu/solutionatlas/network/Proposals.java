package eu.solutionatlas.network;

import eu.solutionatlas.browse.Likeness;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.Session;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is probably the same in two hubs, worked out once for a data version: in one walk over what entries can have in
 * common, which looks at no entry that has nothing in common with another.
 */
final class Proposals {
    private record State(DataVersion version, List<Proposal> all) {}

    /** Two entries, in an order that does not depend on how they were found. */
    private record Pair(Session.Found one, Session.Found other) {}

    private final Iris iris;
    private volatile @Nullable State latest;

    Proposals(Iris iris) {
        this.iris = iris;
    }

    /** The proposals, the best founded first. */
    List<Proposal> of(Session session) {
        State known = latest;
        return known != null && known.version().equals(session.version()) ? known.all() : make(session);
    }

    private synchronized List<Proposal> make(Session session) {
        State known = latest;
        if (known != null && known.version().equals(session.version())) {
            return known.all();
        }
        Map<Pair, Set<Likeness.Reason>> reasons = new HashMap<>();
        session.eachShared(
                Facet.LIKENESS,
                Likeness.MOST,
                (value, entries) -> pairs(entries)
                        .forEach(pair -> reasons.computeIfAbsent(pair, none -> EnumSet.noneOf(Likeness.Reason.class))
                                .add(Likeness.reason(value))));
        List<Proposal> all = reasons.entrySet().stream()
                .map(found -> new Proposal(found.getKey().one(), found.getKey().other(), found.getValue()))
                .sorted(Proposal.BEST_FIRST)
                .toList();
        latest = new State(session.version(), all);
        return all;
    }

    private List<Pair> pairs(List<Session.Found> entries) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (int j = i + 1; j < entries.size(); j++) {
                Session.Found one = entries.get(i);
                Session.Found other = entries.get(j);
                if (!hub(one).equals(hub(other)) && !one.thing().equals(other.thing())) {
                    pairs.add(isFirst(one, other) ? new Pair(one, other) : new Pair(other, one));
                }
            }
        }
        return pairs;
    }

    private boolean isFirst(Session.Found one, Session.Found other) {
        if (hub(one).isPresent() != hub(other).isPresent()) {
            return hub(one).isEmpty();
        }
        return one.document().getURI().compareTo(other.document().getURI()) < 0;
    }

    private Optional<String> hub(Session.Found entry) {
        return Topic.hubOf(iris, entry.document());
    }
}
