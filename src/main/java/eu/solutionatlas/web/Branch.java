package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Scheme;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * A concept in a tree, with what lies below it.
 *
 * @param count entries that concern it or something below it
 */
public record Branch(Link link, int count, List<Branch> branches) {
    public Branch {
        branches = List.copyOf(branches);
    }

    /** The branches of a scheme that begin at some of its concepts, by name. */
    public static List<Branch> of(Scheme scheme, Collection<Node> roots, Map<Node, Integer> counts, Linker linker) {
        Collator collator = Collator.getInstance(linker.language().locale());
        return roots.stream()
                .map(concept -> new Branch(
                        linker.to(concept),
                        counts.getOrDefault(concept, 0),
                        of(scheme, scheme.hierarchy().narrower(concept), counts, linker)))
                .sorted(Comparator.comparing(branch -> branch.link().label().text(), collator))
                .toList();
    }
}
