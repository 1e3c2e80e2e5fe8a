package eu.solutionatlas.federation;

import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * What the variables of a pattern stand for: an entry is what it says is a solution or an actor, or what a property leads to
 * whose values are such; a concept what theme, region, status or kind lead to, and what lies above, below or beside.
 */
final class Roles {
    private static final Set<Node> CLASSES = Set.of(ATLAS.Solution, ATLAS.Actor);
    private static final Set<Node> TO_ENTRY =
            Set.of(ATLAS.provider, ATLAS.adopter, ATLAS.buildsOn, ORG.memberOf.asNode());
    private static final Set<Node> TO_CONCEPT =
            Set.of(DCAT.theme.asNode(), DCTerms.spatial.asNode(), ATLAS.status, ATLAS.actorKind);
    private static final Set<Node> CONCEPT_TO_CONCEPT =
            Set.of(SKOS.broader.asNode(), SKOS.narrower.asNode(), SKOS.related.asNode());

    private final Set<Var> entries = new LinkedHashSet<>();
    private final Set<Var> concepts = new LinkedHashSet<>();

    Roles(List<TriplePath> triples) {
        findEntries(triples);
        findConcepts(triples);
    }

    Set<Var> entries() {
        return entries;
    }

    boolean isEntry(Node node) {
        return isIn(node, entries);
    }

    boolean isConcept(Node node) {
        return isIn(node, concepts);
    }

    /** Whether the values of a property are concepts. */
    static boolean leadsToConcepts(Node property) {
        return TO_CONCEPT.contains(property);
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
}
