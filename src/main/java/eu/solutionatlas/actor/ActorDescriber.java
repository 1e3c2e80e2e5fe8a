package eu.solutionatlas.actor;

import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.EntryDescriber;
import eu.solutionatlas.browse.Origin;
import eu.solutionatlas.browse.Shelf;
import eu.solutionatlas.browse.Shelves;
import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Page;
import eu.solutionatlas.web.StructuredData;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SchemaDO;

/** Reads the page of an actor out of its graph, and what it does out of the search. */
public final class ActorDescriber implements EntryDescriber {
    private static final int SHOWN = 12;
    private static final int MOST_MEMBERS = 200;
    private static final int MOST_SOLUTIONS = 200;

    private final Iris iris;
    private final Shelves actors;
    private final Shelves solutions;
    private final LikelySame likely;

    public ActorDescriber(Iris iris, Shelves actors, Shelves solutions) {
        this.iris = iris;
        this.actors = actors;
        this.solutions = solutions;
        this.likely = new LikelySame(actors);
    }

    @Override
    public Page describe(CatalogueView view, Graph graph, Topic topic, Frame frame) {
        ActorPage page = page(view, graph, topic, frame.language());
        return new Page(
                "actor/page.jte",
                page.name().text(),
                frame.text("actor.about", page.name().text()),
                page,
                about(page));
    }

    private StructuredData about(ActorPage page) {
        return StructuredData.of("Organization", page.iri())
                .with("name", page.name().text())
                .with("mainEntityOfPage", page.document())
                .with("location", page.town())
                .withAll(
                        "areaServed",
                        page.regions().stream()
                                .map(region -> StructuredData.of("AdministrativeArea", region, iris))
                                .toList())
                .with(
                        "sameAs",
                        page.homepages().stream()
                                .flatMap(link -> link.href().stream())
                                .toList());
    }

    private ActorPage page(CatalogueView view, Graph graph, Topic topic, Language language) {
        Node thing = topic.thing();
        Description actor = new Description(graph, thing);
        Description record = new Description(graph, topic.record());
        Linker linker = new Linker(iris, view.vocabulary().names(), language);
        Labels titles = actor.labels(FOAF.name);
        Label name = titles.in(language.tag(), thing.getURI());
        String value = linker.value(thing);
        List<Node> members = view.searching()
                .map(session -> actors.things(session, Facet.NETWORK, value, MOST_MEMBERS, linker))
                .orElse(List.of());
        return new ActorPage(
                thing.getURI(),
                topic.document().getURI(),
                name,
                // Most bodies have one name in every language.
                Linker.others(titles, name).stream()
                        .filter(other -> !other.text().equals(name.text()))
                        .toList(),
                actor.thing(ATLAS.actorKind).map(linker::to),
                actor.value(SchemaDO.addressLocality),
                linker.to(actor.things(DCTerms.spatial)),
                elsewhere(actor.things(FOAF.homepage)),
                shelf(view, Facet.PROVIDER, value, linker),
                shelf(view, Facet.ADOPTER, value, linker),
                partners(view, thing, value, linker),
                linker.to(actor.things(ORG.memberOf)),
                linker.to(members),
                elsewhere(record.things(DCTerms.source)),
                record.day(DCTerms.issued),
                record.day(DCTerms.modified),
                Origin.of(graph, topic, linker),
                likely.of(view, graph, topic, linker));
    }

    private Optional<Shelf> shelf(CatalogueView view, Facet facet, String value, Linker linker) {
        return view.searching().map(session -> solutions.cut(session, facet, value, SHOWN, linker));
    }

    /** With whom: the other providers and the users of what it provides, and the providers of what it uses. */
    private List<Link> partners(CatalogueView view, Node thing, String value, Linker linker) {
        Set<Node> partners = new HashSet<>();
        view.searching().ifPresent(session -> {
            solutions
                    .hits(session, Facet.PROVIDER, value, MOST_SOLUTIONS, linker)
                    .forEach(hit -> {
                        Description solution = new Description(hit.gist(), hit.thing());
                        partners.addAll(solution.things(ATLAS.provider));
                        partners.addAll(solution.things(ATLAS.adopter));
                    });
            solutions
                    .hits(session, Facet.ADOPTER, value, MOST_SOLUTIONS, linker)
                    .forEach(hit -> partners.addAll(new Description(hit.gist(), hit.thing()).things(ATLAS.provider)));
        });
        partners.remove(thing);
        return linker.to(partners);
    }

    private static List<Link> elsewhere(List<Node> things) {
        return things.stream().map(thing -> Link.elsewhere(thing.getURI())).toList();
    }
}
