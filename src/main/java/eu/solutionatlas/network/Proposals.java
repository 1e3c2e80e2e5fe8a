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
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is probably the same in two hubs, worked out once for a data version: in one walk over what entries can have in
 * common, which looks at no entry that has nothing in common with another.
 */
final class Proposals {
    /** More than this many, nobody goes through; the best founded come first. */
    private static final int KEPT = 5_000;

    /**
     * What was worked out for a data version.
     *
     * @param best the best founded ones, these first
     * @param total how many there are in all
     */
    record Found(DataVersion version, List<Proposal> best, int total) {
        boolean isCut() {
            return best.size() < total;
        }
    }

    /** What some entries have in common. */
    private record Group(Likeness.Reason reason, List<Integer> entries) {}

    /** Two entries, in an order that does not depend on how they were found. */
    private record Pair(Session.Found one, Session.Found other) {}

    private final Iris iris;
    private volatile @Nullable Found latest;

    Proposals(Iris iris) {
        this.iris = iris;
    }

    Found of(Session session) {
        Found known = latest;
        return known != null && known.version().equals(session.version()) ? known : make(session);
    }

    private synchronized Found make(Session session) {
        Found known = latest;
        if (known != null && known.version().equals(session.version())) {
            return known;
        }
        List<Group> groups = new ArrayList<>();
        SortedSet<Integer> numbers = new TreeSet<>();
        session.eachShared(Facet.LIKENESS, Likeness.MOST, (value, entries) -> {
            groups.add(new Group(Likeness.reason(value), entries));
            numbers.addAll(entries);
        });
        Map<Integer, Session.Found> entries = session.found(numbers);
        Map<Pair, Set<Likeness.Reason>> reasons = new HashMap<>();
        groups.forEach(group -> pairs(group, entries)
                .forEach(pair -> reasons.computeIfAbsent(pair, none -> EnumSet.noneOf(Likeness.Reason.class))
                        .add(group.reason())));
        List<Proposal> best = reasons.entrySet().stream()
                .map(found -> new Proposal(found.getKey().one(), found.getKey().other(), found.getValue()))
                .sorted(Proposal.BEST_FIRST)
                .limit(KEPT)
                .toList();
        Found made = new Found(session.version(), best, reasons.size());
        latest = made;
        return made;
    }

    private List<Pair> pairs(Group group, Map<Integer, Session.Found> entries) {
        List<Session.Found> found = group.entries().stream()
                .flatMap(number -> Optional.ofNullable(entries.get(number)).stream())
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (int j = i + 1; j < found.size(); j++) {
                Session.Found one = found.get(i);
                Session.Found other = found.get(j);
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
