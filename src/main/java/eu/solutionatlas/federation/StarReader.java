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

/**
 * Takes a query's pattern apart into stars, or says that it cannot. Everything said of an entry lives at one hub; everything
 * said of a concept lives in the vocabularies, which this hub has itself. docs/federation.md says why that makes the answer
 * exact.
 */
final class StarReader {
    /** Ends the reading of a pattern that is no set of stars. */
    private static final class NoStars extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoStars() {
            super("no stars", null, false, false);
        }
    }

    private Roles roles = new Roles(List.of());
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
        roles = new Roles(split);
        if (roles.entries().isEmpty()) {
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
        return new Stars(parts, certain, outer, roles.entries(), triples, computed);
    }

    /** {@code dct:spatial/skos:broader*} leaves the entry after its first step: what follows is about concepts. */
    private List<TriplePath> split(TriplePath triple) {
        Node first = FirstStep.of(triple);
        if (triple.getPredicate() != null || first == null || !Roles.leadsToConcepts(first)) {
            return List.of(triple);
        }
        Path rest = ((P_Seq) triple.getPath()).getRight();
        Var between = Var.alloc("_concept" + ++fresh);
        return List.of(
                new TriplePath(org.apache.jena.graph.Triple.create(triple.getSubject(), first, between)),
                new TriplePath(between, rest, triple.getObject()));
    }

    private void assign(TriplePath triple) {
        Node subject = triple.getSubject();
        if (roles.isEntry(subject)) {
            Var entry = Var.alloc(subject);
            checkSteps(triple);
            computed |= ATLAS.matches.equals(triple.getPredicate());
            ElementPathBlock block = new ElementPathBlock();
            block.addTriplePath(triple);
            parts.computeIfAbsent(entry, none -> new ArrayList<>()).add(block);
            certain.computeIfAbsent(entry, none -> new LinkedHashSet<>()).addAll(Mentions.in(block));
        } else if (roles.isConcept(subject)) {
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
        if (subjects.size() == 1 && roles.isEntry(subjects.iterator().next())) {
            Var entry = Var.alloc(subjects.iterator().next());
            List<Element> star = parts.get(entry);
            if (star == null) {
                assignAlone(part, entry);
            } else {
                star.add(part);
            }
        } else if (part instanceof ElementOptional
                && !subjects.isEmpty()
                && subjects.stream().allMatch(subject -> roles.isConcept(subject))) {
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
