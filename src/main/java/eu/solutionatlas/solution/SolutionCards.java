package eu.solutionatlas.solution;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Card;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Listing;
import eu.solutionatlas.web.Paging;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** Solutions as lists show them. */
public final class SolutionCards {
    private final Iris iris;
    private final Solutions solutions;
    private final Function<Snapshot, Names> names;

    /** @param names of all that solutions link to */
    public SolutionCards(Iris iris, Solutions solutions, Function<Snapshot, Names> names) {
        this.iris = iris;
        this.solutions = solutions;
        this.names = names;
    }

    /** One page of the solutions that have to do with any of these, by title. */
    public Listing linkedToAny(Snapshot snapshot, Set<Node> links, int page, Language language) {
        return listing(snapshot, solutions.at(snapshot).linkedToAny(links, language.tag()), page, language);
    }

    /** One page of what an actor provides, by title. */
    public Listing providedBy(Snapshot snapshot, Node actor, int page, Language language) {
        List<SolutionEntry> provided = solutions.at(snapshot).linkedTo(actor, language.tag()).stream()
                .filter(entry -> entry.providers().contains(actor))
                .toList();
        return listing(snapshot, provided, page, language);
    }

    /** One page of what an actor uses, by title. */
    public Listing adoptedBy(Snapshot snapshot, Node actor, int page, Language language) {
        List<SolutionEntry> adopted = solutions.at(snapshot).linkedTo(actor, language.tag()).stream()
                .filter(entry -> entry.adopters().contains(actor))
                .toList();
        return listing(snapshot, adopted, page, language);
    }

    /** The solutions that came last. */
    public List<Card> newest(Snapshot snapshot, int count, Language language) {
        // Stable, so within a day the order of titles stands.
        List<SolutionEntry> newest = solutions.at(snapshot).all(language.tag()).stream()
                .sorted(Comparator.comparing(SolutionEntry::entered).reversed())
                .limit(count)
                .toList();
        return cards(snapshot, newest, language);
    }

    private Listing listing(Snapshot snapshot, List<SolutionEntry> entries, int page, Language language) {
        Paging paging = Paging.of(page, entries.size());
        return new Listing(cards(snapshot, paging.cut(entries), language), paging);
    }

    private List<Card> cards(Snapshot snapshot, List<SolutionEntry> entries, Language language) {
        Linker linker = new Linker(iris, names.apply(snapshot), language);
        return entries.stream().map(entry -> card(snapshot, entry, linker)).toList();
    }

    private Card card(Snapshot snapshot, SolutionEntry entry, Linker linker) {
        Node document = iris.documentOf(entry.thing()).orElseThrow();
        Description solution = new Description(snapshot.graph(document), entry.thing());
        List<Label> marks = new ArrayList<>();
        entry.status().map(linker::name).ifPresent(marks::add);
        entry.regions().stream().limit(2).map(linker::name).forEach(marks::add);
        return new Card(
                entry.thing().getURI(),
                linker.to(entry.thing()),
                solution.labels(DCTerms.description).in(linker.language().tag()),
                marks);
    }
}
