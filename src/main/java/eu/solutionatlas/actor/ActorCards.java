package eu.solutionatlas.actor;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/** Actors as lists show them. */
public final class ActorCards {
    private final Iris iris;
    private final Actors actors;
    private final Function<Snapshot, Names> names;

    /** @param names of all that actors link to */
    public ActorCards(Iris iris, Actors actors, Function<Snapshot, Names> names) {
        this.iris = iris;
        this.actors = actors;
        this.names = names;
    }

    /** One page of the actors that have to do with any of these, by name. */
    public Listing linkedToAny(Snapshot snapshot, Set<Node> links, int page, Language language) {
        return listing(snapshot, actors.at(snapshot).linkedToAny(links, language.tag()), page, language);
    }

    private Listing listing(Snapshot snapshot, List<ActorEntry> entries, int page, Language language) {
        Paging paging = Paging.of(page, entries.size());
        Linker linker = new Linker(iris, names.apply(snapshot), language);
        return new Listing(
                paging.cut(entries).stream().map(entry -> card(entry, linker)).toList(), paging);
    }

    private static Card card(ActorEntry entry, Linker linker) {
        List<Label> marks = new ArrayList<>();
        entry.kind().map(linker::name).ifPresent(marks::add);
        entry.town()
                .map(town -> new Label(town, ""))
                .or(() -> entry.regions().stream().findFirst().map(linker::name))
                .ifPresent(marks::add);
        return new Card(entry.thing().getURI(), linker.to(entry.thing()), Optional.empty(), marks);
    }
}
