package eu.solutionatlas.actor;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SchemaDO;

/** Reads the page of an actor out of its graph. */
final class ActorDescriber {
    private final Iris iris;
    private final Actors actors;
    private final Function<Snapshot, Names> names;
    private final ActorSolutions provided;
    private final ActorSolutions used;

    ActorDescriber(
            Iris iris, Actors actors, Function<Snapshot, Names> names, ActorSolutions provided, ActorSolutions used) {
        this.iris = iris;
        this.actors = actors;
        this.names = names;
        this.provided = provided;
        this.used = used;
    }

    ActorPage describe(
            Snapshot snapshot, Graph graph, Node document, int providedPage, int usedPage, Language language) {
        Node thing = iris.thingOf(document).orElseThrow();
        Description actor = new Description(graph, thing);
        Description record = new Description(graph, document);
        Linker linker = new Linker(iris, names.apply(snapshot), language);
        Labels titles = actor.labels(FOAF.name);
        Label name = titles.in(language.tag(), thing.getURI());
        List<Link> members = actors.at(snapshot).linkedTo(thing, language.tag()).stream()
                .filter(entry -> entry.networks().contains(thing))
                .map(entry -> linker.to(entry.thing()))
                .toList();
        return new ActorPage(
                thing.getURI(),
                document.getURI(),
                name,
                // Most bodies have one name in every language.
                Linker.others(titles, name).stream()
                        .filter(other -> !other.text().equals(name.text()))
                        .toList(),
                actor.thing(ATLAS.actorKind).map(linker::to),
                actor.value(SchemaDO.addressLocality),
                linker.to(actor.things(DCTerms.spatial)),
                elsewhere(actor.things(FOAF.homepage)),
                provided.of(snapshot, thing, providedPage, language),
                used.of(snapshot, thing, usedPage, language),
                linker.to(actor.things(ORG.memberOf)),
                members,
                elsewhere(record.things(DCTerms.source)),
                record.day(DCTerms.issued),
                record.day(DCTerms.modified));
    }

    private static List<Link> elsewhere(List<Node> things) {
        return things.stream().map(thing -> Link.elsewhere(thing.getURI())).toList();
    }
}
