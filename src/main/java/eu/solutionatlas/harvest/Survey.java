package eu.solutionatlas.harvest;

import eu.solutionatlas.load.Finding;
import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.ORG;

/** The first reading of a harvest: which entries are sound, which are not, and which the partner has removed. */
final class Survey {
    private static final int MAX_FINDINGS = 1_000;

    /** Properties whose values are entries. */
    private static final Set<Node> LINKS = Set.of(ATLAS.provider, ATLAS.adopter, ATLAS.buildsOn, ORG.memberOf.asNode());

    private final Copies copies;
    private final Partner partner;
    private final CandidateCheck check;
    private final Set<Node> sound = new HashSet<>();
    private final Set<Node> rejected = new HashSet<>();
    private final Set<Node> withdrawn = new HashSet<>();
    private final Set<Node> things = new HashSet<>();
    private final Map<Node, String> links = new HashMap<>();
    private final List<RecordFinding> findings = new ArrayList<>();
    private int omitted;

    Survey(Copies copies, Partner partner, CandidateCheck check) {
        this.copies = copies;
        this.partner = partner;
        this.check = check;
    }

    void take(Candidate candidate) {
        Set<Node> described = candidate.things();
        if (candidate.isTombstone()) {
            withdrawnBy(candidate.name()).ifPresent(withdrawn::add);
        } else if (!described.isEmpty()) {
            Node thing = described.iterator().next();
            Node document = copies.document(partner, candidate.kindOf(thing), thing.getURI());
            List<RecordFinding> found = check.check(partner, candidate);
            found.forEach(this::add);
            boolean bad = found.stream().anyMatch(finding -> finding.level() == Finding.Level.ERROR);
            if (sound.contains(document) || rejected.contains(document)) {
                add(new RecordFinding(thing.getURI(), Finding.Level.ERROR, "comes more than once"));
            } else if (bad) {
                rejected.add(document);
            } else {
                sound.add(document);
                things.add(thing);
                note(candidate, thing);
            }
        }
    }

    private void note(Candidate candidate, Node thing) {
        for (Triple triple : candidate.triples()) {
            Node object = triple.getObject();
            if (LINKS.contains(triple.getPredicate()) && object.isURI() && partner.speaksFor(object.getURI())) {
                links.putIfAbsent(object, thing.getURI());
            }
        }
    }

    /** The copy of the entry whose document a tombstone stands at; only an Atlas has tombstones. */
    private Optional<Node> withdrawnBy(Node document) {
        if (!document.isURI()) {
            return Optional.empty();
        }
        return partner.spaces().stream()
                .filter(document.getURI()::startsWith)
                .map(space -> document.getURI().substring(space.length()))
                .filter(path -> path.startsWith("solution/") || path.startsWith("actor/"))
                .map(path -> NodeFactory.createURI(copies.entriesOf(partner.id()) + path))
                .findFirst();
    }

    /**
     * Adds a warning for each link to an entry of the partner's own that there is not. No error: the rest of the entry is
     * as good as ever.
     *
     * @param there the copies that stay
     */
    void checkLinks(Set<Node> there) {
        links.forEach((target, from) -> {
            boolean known = things.contains(target)
                    || there.contains(copies.document(partner, "actor", target.getURI()))
                    || there.contains(copies.document(partner, "solution", target.getURI()));
            if (!known) {
                add(new RecordFinding(
                        from,
                        Finding.Level.WARNING,
                        "links to <" + target.getURI() + ">, which is not among the hub's entries"));
            }
        });
    }

    private void add(RecordFinding finding) {
        if (findings.size() < MAX_FINDINGS) {
            findings.add(finding);
        } else {
            omitted++;
        }
    }

    /** The copies that sound entries are to be. */
    Set<Node> sound() {
        return sound;
    }

    /** The copies of entries that came with errors: what there is of them stays. */
    Set<Node> rejected() {
        return rejected;
    }

    /** The copies of entries that the partner has removed. */
    Set<Node> withdrawn() {
        return withdrawn;
    }

    List<RecordFinding> findings() {
        return findings;
    }

    int omitted() {
        return omitted;
    }
}
