package eu.solutionatlas.harvest;

import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** The second reading of a harvest: puts its sound entries into the catalogue, in one commit. */
final class Swap {
    /** What tells whether a hub can have anything for a query: kept together for each copy. */
    private static final Set<Node> TOPICS = Set.of(DCAT.theme.asNode(), DCTerms.spatial.asNode());

    private final Store store;
    private final Copies copies;
    private final Node register;
    private final Partner partner;
    private final Copy copy;
    private int added;
    private int changed;
    private int withdrawn;

    /** @param register the document in which the partner must still be when the copy is written */
    Swap(Store store, Copies copies, Node register, Partner partner, Copy copy) {
        this.store = store;
        this.copies = copies;
        this.register = register;
        this.partner = partner;
        this.copy = copy;
    }

    /** Ends the commit, so that nothing of it is kept. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned(BrokenInputException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * Writes what differs and removes what vanishes.
     *
     * @param staying the copies from before that do not vanish
     * @throws BrokenInputException when the file is not any more what it was at the first reading
     */
    Counts run(Path file, String base, long maxBytes, Survey survey, Set<Node> vanishing, Set<Node> staying)
            throws BrokenInputException, IOException {
        try {
            store.commit("harvest", "hub " + partner.id() + ": copied from " + copy.source(), writer -> {
                if (writer.graph(register).stream()
                        .noneMatch(triple -> triple.getSubject().equals(copy.hub()))) {
                    throw new Abandoned(new BrokenInputException("it is no partner any more"));
                }
                vanishing.forEach(document -> remove(writer, document));
                read(file, base, maxBytes, survey, writer);
                if (added + changed + withdrawn > 0
                        || notTakenBefore(writer) != survey.rejected().size()) {
                    Set<Node> entries = new HashSet<>(staying);
                    entries.addAll(survey.sound());
                    describe(writer, entries, survey.rejected().size());
                }
            });
        } catch (Abandoned e) {
            throw new BrokenInputException(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Counts(
                survey.sound().size(),
                added,
                changed,
                withdrawn,
                survey.rejected().size());
    }

    private int notTakenBefore(Writer writer) {
        return Copy.notTaken(writer.graph(copies.copy(partner.id())).stream());
    }

    private void read(Path file, String base, long maxBytes, Survey survey, Writer writer) {
        Set<Node> written = new HashSet<>();
        try {
            Candidates.read(file, base, maxBytes, candidate -> {
                if (candidate.isTombstone() || candidate.things().isEmpty()) {
                    return;
                }
                Node thing = candidate.things().iterator().next();
                Node document = copies.document(partner, candidate.kindOf(thing), thing.getURI());
                if (survey.sound().contains(document) && written.add(document)) {

                    write(writer, document, candidate);
                }
            });
        } catch (BrokenInputException e) {
            throw new Abandoned(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Writer writer, Node document, Candidate candidate) {
        Collection<Triple> before = writer.graph(document);
        if (before.isEmpty()) {
            added++;
        } else if (Copy.isSame(before, document, candidate.triples())) {
            return;
        } else {
            changed++;
        }
        writer.replace(document, copy.entry(document, candidate));
    }

    private void remove(Writer writer, Node document) {
        if (writer.versionOf(document).isPresent()) {
            writer.remove(document);
            withdrawn++;
        }
    }

    /** Reads no more than the hub's own entries, however many others there are. */
    private void describe(Writer writer, Set<Node> entries, int notTaken) {
        Set<Triple> topics = new HashSet<>();
        Node copied = copies.copy(partner.id());
        for (Node document : entries) {
            writer.graph(document).stream()
                    .filter(triple -> TOPICS.contains(triple.getPredicate())
                            && triple.getObject().isURI())
                    .forEach(triple -> topics.add(Triple.create(copied, triple.getPredicate(), triple.getObject())));
        }
        List<Triple> whole = new ArrayList<>(copy.whole(copied, entries.size(), notTaken));
        whole.addAll(topics);
        writer.replace(copied, whole);
    }
}
