package eu.solutionatlas.federation;

import eu.solutionatlas.rdf.Hierarchy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Which hubs need not be asked, since what is copied of them has nothing with a theme or in a region that the query
 * insists on. As old as the copy, which the report says; a hub without a copy is always asked.
 */
final class Choice {
    private final Map<String, CopySummary> summaries;
    private final List<Hierarchy> hierarchies;

    /** @param hierarchies of themes and regions, since a query may look for whatever lies below */
    Choice(Map<String, CopySummary> summaries, List<Hierarchy> hierarchies) {
        this.summaries = summaries;
        this.hierarchies = hierarchies;
    }

    /**
     * The hubs that have nothing for a block, and the copies that say so.
     *
     * @param triples of the whole query that must hold as well
     */
    Map<Target, CopyAge> nothingThere(List<Target> hubs, Block block, List<TriplePath> triples) {
        Map<Target, CopyAge> found = new LinkedHashMap<>();
        for (Target hub : hubs) {
            CopySummary summary = summaries.get(hub.id());
            if (!hub.isThisHub()
                    && summary != null
                    && hasNothing(summary, block.query().getQueryPattern())) {
                found.put(hub, summary.age());
            }
        }
        return found;
    }

    private static boolean isAbout(TriplePath triple, Block block) {
        return Var.isVar(triple.getSubject()) && block.entries().contains(Var.alloc(triple.getSubject()));
    }

    private boolean hasNothing(CopySummary summary, Element pattern) {
        return switch (pattern) {
            case ElementGroup group ->
                group.getElements().stream()
                        .filter(element -> element instanceof ElementPathBlock || element instanceof ElementGroup)
                        .anyMatch(element -> hasNothing(summary, element));
            case ElementPathBlock block ->
                block.getPattern().getList().stream().anyMatch(triple -> lacks(summary, triple));
            default -> false;
        };
    }

    private boolean lacks(CopySummary summary, TriplePath triple) {
        Node wanted = triple.getObject();
        if (!wanted.isURI()) {
            return false;
        }
        Node first = FirstStep.of(triple);
        boolean upwards = triple.getPredicate() == null;
        if (DCAT.theme.asNode().equals(first)) {
            return lacks(summary.themes(), wanted, upwards);
        }
        return DCTerms.spatial.asNode().equals(first) && lacks(summary.regions(), wanted, upwards);
    }

    private boolean lacks(Set<Node> known, Node wanted, boolean upwards) {
        if (known.isEmpty()) {
            return false;
        }
        if (!upwards) {
            return !known.contains(wanted);
        }
        Set<Node> roofs = new HashSet<>(known);
        known.forEach(node -> hierarchies.forEach(hierarchy -> roofs.addAll(hierarchy.upwards(node))));
        return !roofs.contains(wanted);
    }
}
