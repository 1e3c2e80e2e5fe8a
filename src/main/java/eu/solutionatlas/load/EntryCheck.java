package eu.solutionatlas.load;

import eu.solutionatlas.partner.RegisterCheck;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.shape.ShapeResult;
import eu.solutionatlas.shape.Shapes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;

/** Checks what an entry says by itself: that it is one of this hub's documents, speaks of its own thing, and has shape. */
final class EntryCheck {
    static final Node TOMBSTONE = NodeFactory.createURI("https://www.w3.org/ns/activitystreams#Tombstone");

    /** What the values of a property are. */
    private static final Map<Node, Kind> TARGETS = Map.of(
            ATLAS.provider,
            Kind.ACTOR,
            ATLAS.adopter,
            Kind.ACTOR,
            ATLAS.buildsOn,
            Kind.SOLUTION,
            ORG.memberOf.asNode(),
            Kind.ACTOR);

    private final Iris iris;
    private final Shapes shapes;
    private final Findings findings;

    EntryCheck(Iris iris, Shapes shapes, Findings findings) {
        this.iris = iris;
        this.shapes = shapes;
        this.findings = findings;
    }

    /** Whether a statement makes its document a tombstone. */
    static boolean saysTombstone(Triple triple) {
        return triple.getPredicate().equals(RDF.type.asNode())
                && triple.getObject().equals(TOMBSTONE);
    }

    void check(Entry entry) {
        Optional<Kind> kind = kind(entry);
        if (kind.isEmpty()) {
            return;
        }
        checkSubjects(entry, kind.get());
        boolean tombstone =
                entry.lineOf(entry.document(), RDF.type.asNode(), TOMBSTONE).isPresent();
        if (kind.get() == Kind.REGISTER) {
            checkRegister(entry);
        } else if (!tombstone) {
            checkTopic(entry, kind.get());
            checkTargets(entry);
        }
        checkShape(entry);
    }

    /** The kind of a document by its IRI; empty, with a finding, when it is none that this hub can hold. */
    private Optional<Kind> kind(Entry entry) {
        String iri = entry.document().isURI() ? entry.document().getURI() : "";
        if (!iri.startsWith(iris.base())) {
            error(
                    entry,
                    entry.firstLine(),
                    "the document does not lie under this hub's base IRI " + iris.base()
                            + ": set atlas.base-iri to the base that the file was made with, or use relative IRIs");
            return Optional.empty();
        }
        String path = iri.substring(iris.base().length());
        for (Kind single : List.of(Kind.HUB, Kind.REGISTER)) {
            if (path.equals(single.path())) {
                return Optional.of(single);
            }
        }
        int slash = path.indexOf('/');
        Optional<Kind> kind = slash < 0 ? Optional.empty() : Kind.of(path.substring(0, slash));
        if (kind.isEmpty()) {
            error(
                    entry,
                    entry.firstLine(),
                    "no such kind of document: there is solution/…, actor/…, hub and federation");
        } else if (!Iris.isSlug(path.substring(slash + 1))) {
            error(
                    entry,
                    entry.firstLine(),
                    "the last part of the IRI is no slug: use lower-case letters a to z, digits"
                            + " and single hyphens, at most " + Iris.MAX_SLUG);
            return Optional.empty();
        }
        return kind;
    }

    /** An entry may speak of its thing, its document and what belongs to them, but not of other entries' things. */
    private void checkSubjects(Entry entry, Kind kind) {
        Node document = entry.document();
        Node thing = iris.thingOf(document).orElseThrow();
        String own = document.getURI() + "#";
        String ownThing = thing.getURI() + "#";
        String catalogue = iris.base() + "id/catalogue";
        String partners = iris.base() + "id/hub/";
        Set<Node> reported = new LinkedHashSet<>();
        for (int i = 0; i < entry.triples().size(); i++) {
            Node subject = entry.triples().get(i).getSubject();
            boolean allowed = subject.isBlank()
                    || subject.equals(document)
                    || subject.equals(thing)
                    || subject.getURI().startsWith(own)
                    || subject.getURI().startsWith(ownThing)
                    || (kind == Kind.HUB && subject.getURI().equals(catalogue))
                    || (kind == Kind.REGISTER && subject.getURI().startsWith(partners));
            if (!allowed && reported.add(subject)) {
                error(
                        entry,
                        entry.lines().get(i),
                        "the entry of " + thing.getURI() + " makes statements about " + subject
                                + ": move them to that one's own entry, or correct the IRI");
            }
        }
    }

    private void checkTopic(Entry entry, Kind kind) {
        Node document = entry.document();
        Node thing = iris.thingOf(document).orElseThrow();
        Optional<Long> topic = entry.lineOf(document, FOAF.primaryTopic.asNode(), Node.ANY);
        if (entry.lineOf(document, FOAF.primaryTopic.asNode(), thing).isEmpty()) {
            error(
                    entry,
                    topic.orElse(entry.firstLine()),
                    "the document does not say what it is about: it needs foaf:primaryTopic <"
                            + thing.getURI().substring(iris.base().length()) + ">");
        } else if (entry.lineOf(thing, RDF.type.asNode(), kind.type()).isEmpty()) {
            error(
                    entry,
                    entry.lineOf(thing, Node.ANY, Node.ANY).orElse(entry.firstLine()),
                    "what <" + kind.path() + "/…> is about is of class " + ATLAS.PREFIX + ":"
                            + kind.type().getLocalName() + ": say so, or correct the IRI");
        }
    }

    /** What a solution calls its provider must be an actor, and so on. Things of other hubs are theirs to describe. */
    private void checkTargets(Entry entry) {
        for (int i = 0; i < entry.triples().size(); i++) {
            Triple triple = entry.triples().get(i);
            Kind wanted = TARGETS.get(triple.getPredicate());
            if (wanted != null && triple.getObject().isURI()) {
                String iri = triple.getObject().getURI();
                String things = iris.base() + "id/" + wanted.path() + "/";
                boolean ours = iri.startsWith(iris.base()) || iri.startsWith(Iris.SHARED) || iri.startsWith(Iris.NUTS);
                if (ours && !iri.startsWith(things)) {
                    error(entry, entry.lines().get(i), target(triple.getPredicate(), iri, wanted));
                }
            }
        }
    }

    private String target(Node property, String iri, Kind wanted) {
        String documents = iris.base() + wanted.path() + "/";
        String mend = iri.startsWith(documents)
                ? ": the " + wanted.path() + " itself is <id/"
                        + iri.substring(iris.base().length()) + ">"
                : ": link to an <id/" + wanted.path() + "/…>";
        return Prefixes.show(property) + " leads to <" + iri + ">, which is no " + wanted.path() + mend;
    }

    private void checkRegister(Entry entry) {
        RegisterCheck.problems(iris, graph(entry))
                .forEach((hub, problem) ->
                        error(entry, entry.lineOf(hub, Node.ANY, Node.ANY).orElse(entry.firstLine()), problem));
    }

    private static Graph graph(Entry entry) {
        Graph graph = GraphFactory.createDefaultGraph();
        entry.triples().forEach(graph::add);
        return graph;
    }

    private void checkShape(Entry entry) {
        for (ShapeResult result : shapes.validate(graph(entry))) {
            findings.add(new Finding(
                    entry.file(),
                    line(entry, result),
                    entry.document().getURI(),
                    ShapeWords.level(result),
                    ShapeWords.of(result, shapes)));
        }
    }

    private static long line(Entry entry, ShapeResult result) {
        Node path = result.path().orElse(Node.ANY);
        Optional<Long> exact = result.value().flatMap(value -> entry.lineOf(result.focus(), path, value));
        return exact.or(() -> result.path().flatMap(property -> entry.lineOf(result.focus(), property, Node.ANY)))
                .or(() -> entry.lineOf(result.focus(), Node.ANY, Node.ANY))
                .orElse(entry.firstLine());
    }

    private void error(Entry entry, long line, String message) {
        findings.error(entry.file(), line, entry.document().toString(), message);
    }
}
