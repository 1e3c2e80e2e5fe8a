package eu.solutionatlas.federation;

import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * Takes a query's pattern apart into stars, or says that it cannot. An entry is what the pattern says is a solution or an
 * actor, or what a property leads to whose values are such; a concept what theme, region, status or kind lead to.
 * Everything said of an entry lives at one hub; everything said of a concept lives in the vocabularies, which this hub has
 * itself. docs/federation.md says why that makes the answer exact.
 */
final class StarReader {
    /** Ends the reading of a pattern that is no set of stars. */
    private static final class NoStars extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoStars() {
            super("no stars", null, false, false);
        }
    }

    private static final Set<Node> CLASSES = Set.of(ATLAS.Solution, ATLAS.Actor);
    private static final Set<Node> TO_ENTRY =
            Set.of(ATLAS.provider, ATLAS.adopter, ATLAS.buildsOn, ORG.memberOf.asNode());
    private static final Set<Node> TO_CONCEPT =
            Set.of(DCAT.theme.asNode(), DCTerms.spatial.asNode(), ATLAS.status, ATLAS.actorKind);
    private static final Set<Node> CONCEPT_TO_CONCEPT =
            Set.of(SKOS.broader.asNode(), SKOS.narrower.asNode(), SKOS.related.asNode());

    private final Set<Var> entries = new LinkedHashSet<>();
    private final Set<Var> concepts = new LinkedHashSet<>();
    private final Map<Var, List<Element>> parts = new LinkedHashMap<>();
    private final Map<Var, Set<Var>> certain = new LinkedHashMap<>();
    private final List<Element> outer = new ArrayList<>();
    private final List<Element> deferred = new ArrayList<>();
    private final Map<Element, Var> alone = new LinkedHashMap<>();
    private int fresh;
    private boolean computed;

    private StarReader() {}

    /** The stars of a pattern; empty when it is of another shape. */
    static Optional<Stars> read(Element pattern) {
        if (!(pattern instanceof ElementGroup group)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StarReader().take(group));
        } catch (NoStars e) {
            return Optional.empty();
        }
    }

    private Stars take(ElementGroup group) {
        List<TriplePath> triples = new ArrayList<>();
        for (Element element : group.getElements()) {
            if (element instanceof ElementPathBlock block) {
                triples.addAll(block.getPattern().getList());
            }
        }
        List<TriplePath> split =
                triples.stream().flatMap(triple -> split(triple).stream()).toList();
        findEntries(split);
        findConcepts(split);
        if (entries.isEmpty()) {
            throw new NoStars();
        }
        split.forEach(this::assign);
        for (Element element : group.getElements()) {
            if (!(element instanceof ElementPathBlock)) {
                assign(element);
            }
        }
        deferred.forEach(this::assignLast);
        ElementOrder.check(group, NoStars::new);
        checkOverlaps();
        alone.forEach(this::checkAlone);
        return new Stars(parts, certain, outer, entries, triples, computed);
    }

    /** {@code dct:spatial/skos:broader*} leaves the entry after its first step: what follows is about concepts. */
    private List<TriplePath> split(TriplePath triple) {
        Node first = FirstStep.of(triple);
        if (triple.getPredicate() != null || first == null || !TO_CONCEPT.contains(first)) {
            return List.of(triple);
        }
        Path rest = ((P_Seq) triple.getPath()).getRight();
        Var between = Var.alloc("_concept" + ++fresh);
        return List.of(
                new TriplePath(org.apache.jena.graph.Triple.create(triple.getSubject(), first, between)),
                new TriplePath(between, rest, triple.getObject()));
    }

    private void findEntries(List<TriplePath> triples) {
        for (TriplePath triple : triples) {
            if (RDF.type.asNode().equals(triple.getPredicate()) && CLASSES.contains(triple.getObject())) {
                variable(triple.getSubject()).ifPresent(entries::add);
            }
        }
        grow(triples, entries, TO_ENTRY, entries);
    }

    private void findConcepts(List<TriplePath> triples) {
        grow(triples, entries, TO_CONCEPT, concepts);
        boolean more = true;
        while (more) {
            int before = concepts.size();
            grow(triples, concepts, CONCEPT_TO_CONCEPT, concepts);
            for (TriplePath triple : triples) {
                if (triple.getPredicate() == null && isIn(triple.getSubject(), concepts)) {
                    variable(triple.getObject()).ifPresent(concepts::add);
                }
            }
            more = concepts.size() > before;
        }
    }

    private static void grow(List<TriplePath> triples, Set<Var> from, Set<Node> properties, Set<Var> into) {
        boolean more = true;
        while (more) {
            int before = into.size();
            for (TriplePath triple : triples) {
                Node property = triple.getPredicate();
                if (property != null && properties.contains(property) && isIn(triple.getSubject(), from)) {
                    variable(triple.getObject()).ifPresent(into::add);
                }
            }
            more = into.size() > before && into == from;
        }
    }

    private static Optional<Var> variable(Node node) {
        return Var.isNamedVar(node) ? Optional.of(Var.alloc(node)) : Optional.empty();
    }

    private static boolean isIn(Node node, Set<Var> variables) {
        return Var.isVar(node) && variables.contains(Var.alloc(node));
    }

    private void assign(TriplePath triple) {
        Node subject = triple.getSubject();
        if (isIn(subject, entries)) {
            Var entry = Var.alloc(subject);
            checkSteps(triple);
            computed |= ATLAS.matches.equals(triple.getPredicate());
            ElementPathBlock block = new ElementPathBlock();
            block.addTriplePath(triple);
            parts.computeIfAbsent(entry, none -> new ArrayList<>()).add(block);
            certain.computeIfAbsent(entry, none -> new LinkedHashSet<>()).addAll(Mentions.in(block));
        } else if (isIn(subject, concepts)) {
            ElementPathBlock block = new ElementPathBlock();
            block.addTriplePath(triple);
            outer.add(block);
        } else {
            throw new NoStars();
        }
    }

    /** A path of one step stays with its entry, whichever of several properties it takes; a longer one leaves it. */
    private static void checkSteps(TriplePath triple) {
        if (triple.getPredicate() == null && !Steps.isSingle(triple.getPath())) {
            throw new NoStars();
        }
    }

    private void assign(Element element) {
        switch (element) {
            case ElementFilter filter -> deferred.add(filter);
            case ElementBind bind -> deferred.add(bind);
            case ElementOptional optional -> assignPart(optional);
            case ElementUnion union -> assignPart(union);
            case ElementMinus minus -> assignPart(minus);
            default -> throw new NoStars();
        }
    }

    /** A part that speaks of one entry only, or of concepts only. */
    private void assignPart(Element part) {
        Set<Node> subjects = Subjects.in(part);
        if (subjects.size() == 1 && isIn(subjects.iterator().next(), entries)) {
            Var entry = Var.alloc(subjects.iterator().next());
            List<Element> star = parts.get(entry);
            if (star == null) {
                assignAlone(part, entry);
            } else {
                star.add(part);
            }
        } else if (part instanceof ElementOptional
                && !subjects.isEmpty()
                && subjects.stream().allMatch(subject -> isIn(subject, concepts))) {
            outer.add(part);
        } else {
            throw new NoStars();
        }
    }

    /** What is said of an entry if it is said at all, such as the name of a provider, is a block that need not fit. */
    private void assignAlone(Element part, Var entry) {
        if (!(part instanceof ElementOptional optional)) {
            throw new NoStars();
        }
        ElementGroup body = new ElementGroup();
        body.addElement(optional.getOptionalElement());
        ElementGroup block = new ElementGroup();
        block.addElement(new ElementService(NodeFactory.createURI(Targets.ALL), body, false));
        Element separate = new ElementOptional(block);
        outer.add(separate);
        alone.put(separate, entry);
    }

    /** A hub knows nothing of what other parts of the query bind, beside the entry that it is joined by. */
    private void checkAlone(Element separate, Var entry) {
        Set<Var> shared = Mentions.in(separate);
        shared.remove(entry);
        Stream.concat(parts.values().stream().flatMap(List::stream), outer.stream())
                .filter(other -> other != separate && !(other instanceof ElementFilter))
                .forEach(other -> {
                    if (Mentions.in(other).stream().anyMatch(shared::contains)) {
                        throw new NoStars();
                    }
                });
    }

    /** Filters and assignments go to a star that binds all they need, or are left to the end. */
    private void assignLast(Element element) {
        Set<Var> needed = Mentions.in(element);
        if (element instanceof ElementBind bind) {
            needed.remove(bind.getVar());
        }
        needed.retainAll(mentionedBeside(element));
        Constancy.require(element, NoStars::new);
        Optional<Var> home = certain.entrySet().stream()
                .filter(star -> star.getValue().containsAll(needed))
                .map(Map.Entry::getKey)
                .findFirst();
        boolean exists = !Subjects.in(element).isEmpty();
        List<Element> star = home.map(parts::get).orElse(null);
        if (star != null && (!exists || Subjects.in(element).equals(Set.<Node>of(home.orElseThrow())))) {
            star.add(element);
        } else if (exists) {
            throw new NoStars();
        } else {
            outer.add(element);
        }
    }

    /** What only an EXISTS mentions, it binds itself. */
    private Set<Var> mentionedBeside(Element element) {
        Set<Var> found = new LinkedHashSet<>();
        Stream.of(parts.values().stream().flatMap(List::stream), outer.stream(), deferred.stream())
                .flatMap(elements -> elements)
                .filter(other -> other != element)
                .forEach(other -> found.addAll(Mentions.in(other)));
        return found;
    }

    /** What an optional part of one star binds must not be bound elsewhere: which of the two comes first would matter. */
    private void checkOverlaps() {
        parts.forEach((entry, elements) -> {
            Set<Var> elsewhere = new LinkedHashSet<>();
            parts.forEach((other, others) -> {
                if (!other.equals(entry)) {
                    others.forEach(one -> elsewhere.addAll(Mentions.in(one)));
                }
            });
            outer.stream()
                    .filter(one -> !(one instanceof ElementFilter))
                    .forEach(one -> elsewhere.addAll(Mentions.in(one)));
            Set<Var> sure = certain.getOrDefault(entry, Set.of());
            for (Element element : elements) {
                Set<Var> mentioned = Mentions.in(element);
                mentioned.removeAll(sure);
                mentioned.retainAll(elsewhere);
                if (!mentioned.isEmpty()) {
                    throw new NoStars();
                }
            }
        });
    }
}
