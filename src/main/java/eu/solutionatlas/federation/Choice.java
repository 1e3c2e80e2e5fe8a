package eu.solutionatlas.federation;

import eu.solutionatlas.rdf.Hierarchy;
import java.util.HashMap;
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
 * insists on. As old as the copy, which the report says; a hub without a copy is always asked, and so is one whose copy
 * lacks entries.
 */
final class Choice {
    /**
     * What a copy is about, and what lies above that.
     *
     * @param themes that entries have themselves
     * @param themeRoofs these and all above them
     */
    private record Known(
            CopyWorth worth, Set<Node> themes, Set<Node> themeRoofs, Set<Node> regions, Set<Node> regionRoofs) {}

    private final Map<String, Known> copies = new HashMap<>();

    /** @param hierarchies of themes and regions, since a query may look for whatever lies below */
    Choice(Map<String, CopySummary> summaries, List<Hierarchy> hierarchies) {
        summaries.forEach((hub, summary) -> {
            if (!summary.worth().lacksEntries()) {
                copies.put(
                        hub,
                        new Known(
                                summary.worth(),
                                summary.themes(),
                                roofs(summary.themes(), hierarchies),
                                summary.regions(),
                                roofs(summary.regions(), hierarchies)));
            }
        });
    }

    private static Set<Node> roofs(Set<Node> concepts, List<Hierarchy> hierarchies) {
        Set<Node> roofs = new HashSet<>(concepts);
        concepts.forEach(concept -> hierarchies.forEach(hierarchy -> roofs.addAll(hierarchy.upwards(concept))));
        return roofs;
    }

    /**
     * The hubs that have nothing for a block, and the copies that say so.
     *
     * @param triples of the whole query that must hold as well
     */
    Map<Target, CopyWorth> nothingThere(List<Target> hubs, Block block, List<TriplePath> triples) {
        Map<Target, CopyWorth> found = new LinkedHashMap<>();
        if (block.query().hasAggregators() && !block.query().hasGroupBy()) {
            return found; // a count of nothing is a row, too
        }
        for (Target hub : hubs) {
            Known known = copies.get(hub.id());
            if (!hub.isThisHub()
                    && known != null
                    && hasNothing(known, block.query().getQueryPattern())) {
                found.put(hub, known.worth());
            }
        }
        return found;
    }

    private static boolean isAbout(TriplePath triple, Block block) {
        return Var.isVar(triple.getSubject()) && block.entries().contains(Var.alloc(triple.getSubject()));
    }

    private static boolean hasNothing(Known known, Element pattern) {
        return switch (pattern) {
            case ElementGroup group ->
                group.getElements().stream()
                        .filter(element -> element instanceof ElementPathBlock || element instanceof ElementGroup)
                        .anyMatch(element -> hasNothing(known, element));
            case ElementPathBlock block ->
                block.getPattern().getList().stream().anyMatch(triple -> lacks(known, triple));
            default -> false;
        };
    }

    private static boolean lacks(Known known, TriplePath triple) {
        Node wanted = triple.getObject();
        if (!wanted.isURI()) {
            return false;
        }
        Node first = FirstStep.of(triple);
        boolean upwards = triple.getPredicate() == null;
        if (DCAT.theme.asNode().equals(first)) {
            return lacks(upwards ? known.themeRoofs() : known.themes(), wanted);
        }
        return DCTerms.spatial.asNode().equals(first) && lacks(upwards ? known.regionRoofs() : known.regions(), wanted);
    }

    /** A copy that says nothing of its themes or regions may have any. */
    private static boolean lacks(Set<Node> known, Node wanted) {
        return !known.isEmpty() && !known.contains(wanted);
    }
}
