package eu.solutionatlas.reconcile;

import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.Likeness;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;

/**
 * What there is to be found at one moment: entries from the search index, themes and regions from memory. The store is not
 * asked, however many rows a table has.
 */
final class Things {
    /** Of so many entries with a name like the one asked for the names are compared. */
    private static final int COMPARED = 60;

    private final CatalogueView view;
    private final Ids ids;
    private final Names names;

    Things(CatalogueView view, Iris iris) {
        this.view = view;
        this.ids = new Ids(iris);
        this.names = view.vocabulary().lasting();
    }

    Ids ids() {
        return ids;
    }

    /** What may be meant by a name, among them whatever has that very name. */
    List<Entity> near(Kind kind, String name) {
        if (!kind.isEntry()) {
            return all(kind);
        }
        Set<String> words = new LinkedHashSet<>();
        Letters.spellings(name).forEach(spelling -> {
            words.addAll(List.of(spelling.split(" ")));
            words.addAll(Letters.words(spelling));
        });
        words.addAll(Letters.words(Letters.plain(Letters.apart(name))));
        return view.search().names().near(kind.id(), name, words, COMPARED).stream()
                .map(hit -> entity(kind, hit))
                .toList();
    }

    /** Actors with such an address on the web, or such an identifier. */
    List<Entity> identified(Collection<String> homepages, Collection<String> identifiers) {
        List<String> values = new ArrayList<>();
        homepages.forEach(page -> Likeness.ofHomepage(page).ifPresent(values::add));
        identifiers.forEach(identifier -> values.add(Likeness.ofIdentifier(identifier)));
        return values.isEmpty()
                ? List.of()
                : view.search().names().with(Kind.ACTOR.id(), Facet.LIKENESS, values, Likeness.MOST).stream()
                        .map(hit -> entity(Kind.ACTOR, hit))
                        .toList();
    }

    /** Titles that begin with what was typed. */
    List<Entity> beginning(Kind kind, String typed, String language, int size) {
        if (kind.isEntry()) {
            return view.search().suggest(kind.id(), typed, language, size).stream()
                    .map(hit -> entity(kind, hit))
                    .toList();
        }
        Set<String> asked = Letters.spellings(typed);
        return all(kind).stream()
                .filter(thing -> Stream.concat(
                                thing.names().byLanguage().values().stream(),
                                Stream.of(Background.value(thing.thing())))
                        .map(Letters::plain)
                        .anyMatch(name -> asked.stream().anyMatch(start -> (" " + name).contains(" " + start))))
                .limit(size)
                .toList();
    }

    /** Things by what they were asked for with; without those that are not there. */
    Map<String, Entity> byIds(Collection<String> asked) {
        Map<Node, String> documents = new HashMap<>();
        Map<Node, String> elsewhere = new HashMap<>();
        Map<String, Entity> found = new LinkedHashMap<>();
        for (String id : asked) {
            ids.place(id).ifPresent(place -> {
                switch (place) {
                    case Ids.Place.Document document -> documents.put(document.iri(), id);
                    case Ids.Place.Elsewhere other -> elsewhere.put(other.iri(), id);
                    case Ids.Place.Concept concept ->
                        concept(concept.kind(), concept.iri()).ifPresent(entity -> found.put(id, entity));
                }
            });
        }
        // Two identifiers may stand for one document: each is answered.
        Map<Node, Entity> entries = new HashMap<>();
        view.search().names().documents(documents.keySet()).forEach(hit -> entries.put(hit.document(), entity(hit)));
        view.search().names().things(elsewhere.keySet()).forEach(hit -> entries.putIfAbsent(hit.thing(), entity(hit)));
        for (String id : asked) {
            ids.place(id).ifPresent(place -> {
                Entity entry = switch (place) {
                    case Ids.Place.Document document -> entries.get(document.iri());
                    case Ids.Place.Elsewhere other -> entries.get(other.iri());
                    case Ids.Place.Concept concept -> found.get(id);
                };
                if (entry != null) {
                    found.put(id, entry);
                }
            });
        }
        return found;
    }

    Optional<Entity> byId(String id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** All themes, or all regions. */
    List<Entity> all(Kind kind) {
        return scheme(kind).stream()
                .flatMap(scheme -> scheme.concepts().keySet().stream()
                        .sorted(java.util.Comparator.comparing(Node::getURI))
                        .map(concept -> concept(kind, scheme, concept)))
                .toList();
    }

    private Optional<Entity> concept(Kind kind, Node concept) {
        return scheme(kind).filter(scheme -> scheme.contains(concept)).map(scheme -> concept(kind, scheme, concept));
    }

    /** The scheme that themes or regions come from. */
    Optional<Scheme> scheme(Kind kind) {
        return Optional.ofNullable(view.vocabulary().schemes().get(kind.id()));
    }

    private Entity concept(Kind kind, Scheme scheme, Node concept) {
        String id = ids.ofLinked(concept);
        return new Entity(
                kind,
                id,
                concept,
                "/" + id,
                scheme.of(concept),
                Labels.NONE,
                Optional.empty(),
                GraphFactory::createDefaultGraph);
    }

    private Entity entity(Hit hit) {
        String path = hit.document().getURI().substring(ids.iris().base().length());
        String[] parts = path.split("/", -1);
        Kind kind = Kind.of(parts[Math.max(0, parts.length - 2)]).orElseThrow();
        return entity(kind, hit);
    }

    private Entity entity(Kind kind, Hit hit) {
        String path = hit.document().getURI().substring(ids.iris().base().length());
        return new Entity(
                kind,
                ids.ofEntry(hit.document()),
                hit.thing(),
                "/" + path,
                hit.title(),
                hit.text(),
                Topic.hubOf(ids.iris(), hit.document()),
                hit::gist);
    }

    /** What something is called that an entity is linked to. */
    Labels namesOf(Graph facts, Node thing) {
        Labels known = names.of(thing);
        return known.isEmpty() ? Labels.of(facts, thing, FOAF.name.asNode()) : known;
    }

    /** A region and all that it lies in. */
    Set<Node> regionsAbove(Node region) {
        return view.vocabulary().regionsAbove(region);
    }
}
