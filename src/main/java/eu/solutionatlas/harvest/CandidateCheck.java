package eu.solutionatlas.harvest;

import eu.solutionatlas.load.Finding;
import eu.solutionatlas.load.ShapeWords;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.shape.ShapeResult;
import eu.solutionatlas.shape.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Checks an entry that a partner gave: that it speaks for the partner's own things and nobody else's, and has the shape
 * that our own entries have. What an unknown property says is no error, since a partner may be ahead of us.
 */
final class CandidateCheck {
    /** Statements of one entry. */
    static final int MAX_TRIPLES = 5_000;

    private static final int MAX_LITERAL = 100_000;
    private static final int MAX_IRI = 2_000;

    /** What RFC 3987 (section 2.2) has in no part of an IRI. */
    private static final Pattern ODD = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}<>\"{}|\\\\^`]");

    private final Shapes shapes;
    private final Set<Node> properties;
    private final Set<Node> published;

    /** @param published what the published ontology and schemes describe */
    CandidateCheck(Shapes shapes, Set<Node> published) {
        this.shapes = shapes;
        this.properties = shapes.properties();
        this.published = published;
    }

    /** What is wrong with an entry of which it is known that it describes something. */
    List<RecordFinding> check(Partner partner, Candidate candidate) {
        List<RecordFinding> findings = new ArrayList<>();
        Set<Node> things = candidate.things();
        Node thing = things.iterator().next();
        if (things.size() > 1) {
            error(findings, candidate.name(), "the graph describes " + things.size() + " entries: give each its own");
        } else if (!partner.speaksFor(thing.getURI())) {
            error(
                    findings,
                    thing,
                    "speaks for another hub's IRIs: those of this hub begin with "
                            + String.join(" or ", partner.spaces()));
        } else if (candidate.triples().size() > MAX_TRIPLES) {
            error(findings, thing, "has more than " + MAX_TRIPLES + " statements");
        } else if (candidate.triples().stream().anyMatch(CandidateCheck::isHuge)) {
            error(
                    findings,
                    thing,
                    "has a text of more than " + MAX_LITERAL + " characters, or an IRI of more than " + MAX_IRI);
        } else if (isOdd(candidate.name()) || candidate.triples().stream().anyMatch(CandidateCheck::hasOddIri)) {
            error(findings, thing, "has an IRI with a character in it that no IRI can have");
        } else {
            checkSubjects(partner, candidate, thing, findings);
            checkLinks(candidate, thing, findings);
            checkShape(candidate, thing, findings);
        }
        return findings;
    }

    /** An entry may speak of its thing, of the record about it, and of what belongs to them. */
    private static void checkSubjects(Partner partner, Candidate candidate, Node thing, List<RecordFinding> findings) {
        Set<Node> own = new LinkedHashSet<>(candidate.recordsOf(thing));
        own.add(thing);
        Set<Node> reported = new LinkedHashSet<>();
        for (Triple triple : candidate.triples()) {
            Node subject = triple.getSubject();
            boolean allowed = subject.isBlank()
                    || (partner.speaksFor(subject.getURI())
                            && own.stream()
                                    .filter(Node::isURI)
                                    .anyMatch(node -> subject.equals(node)
                                            || subject.getURI().startsWith(node.getURI() + "#")));
            if (!allowed && reported.add(subject)) {
                error(
                        findings,
                        thing,
                        "makes statements about <" + subject.getURI() + ">"
                                + (partner.speaksFor(subject.getURI())
                                        ? ": move them to that one's own entry"
                                        : ": speaks for another hub's IRIs"));
            }
        }
    }

    private static boolean isHuge(Triple triple) {
        return isHuge(triple.getSubject()) || isHuge(triple.getPredicate()) || isHuge(triple.getObject());
    }

    private static boolean isHuge(Node node) {
        if (node.isURI()) {
            return node.getURI().length() > MAX_IRI;
        }
        return node.isLiteral()
                && (node.getLiteralLexicalForm().length() > MAX_LITERAL
                        || node.getLiteralLanguage().length() > MAX_IRI
                        || node.getLiteralDatatypeURI().length() > MAX_IRI);
    }

    private static boolean hasOddIri(Triple triple) {
        return isOdd(triple.getSubject()) || isOdd(triple.getPredicate()) || isOdd(triple.getObject());
    }

    /** Parsers let escaped ones pass, and whoever reads our dumps would stumble over them. */
    private static boolean isOdd(Node node) {
        return node.isURI() && ODD.matcher(node.getURI()).find();
    }

    /** A concept or region that is not known here may be known to the partner's newer vocabularies. */
    private void checkLinks(Candidate candidate, Node thing, List<RecordFinding> findings) {
        for (Triple triple : candidate.triples()) {
            Node object = triple.getObject();
            boolean shared = object.isURI()
                    && (object.getURI().startsWith(Iris.SHARED)
                            || object.getURI().startsWith(Iris.NUTS));
            if (shared && !published.contains(object)) {
                findings.add(new RecordFinding(
                        thing.getURI(),
                        Finding.Level.WARNING,
                        "links to <" + object.getURI() + ">, which the published vocabularies do not have"));
            }
        }
    }

    private void checkShape(Candidate candidate, Node thing, List<RecordFinding> findings) {
        Graph graph = GraphFactory.createDefaultGraph();
        candidate.triples().forEach(graph::add);
        for (ShapeResult result : shapes.validate(graph)) {
            boolean unknown =
                    result.path().filter(path -> !properties.contains(path)).isPresent();
            findings.add(new RecordFinding(
                    thing.getURI(),
                    unknown ? Finding.Level.WARNING : ShapeWords.level(result),
                    ShapeWords.of(result, shapes)));
        }
    }

    private static void error(List<RecordFinding> findings, Node about, String message) {
        findings.add(
                new RecordFinding(about.isURI() ? about.getURI() : about.toString(), Finding.Level.ERROR, message));
    }
}
