package eu.solutionatlas.federation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;

/**
 * A query's pattern, taken apart: stars, each of which says something of one entry, and what is said of the vocabularies.
 *
 * @param parts the elements of each star, by the variable of its entry
 * @param certain variables that each star binds in every row
 * @param outer what is not said of an entry, in the order of the query
 * @param entries every variable that stands for entries
 * @param triples of the query as they were, each of which must hold
 * @param computed whether a star uses a property that only hubs of our kind compute
 */
record Stars(
        Map<Var, List<Element>> parts,
        Map<Var, Set<Var>> certain,
        List<Element> outer,
        Set<Var> entries,
        List<TriplePath> triples,
        boolean computed) {
    Stars {
        parts = new LinkedHashMap<>(parts);
        certain = new LinkedHashMap<>(certain);
        outer = List.copyOf(outer);
        entries = Set.copyOf(entries);
        triples = List.copyOf(triples);
    }

    boolean isSingle() {
        return parts.size() == 1 && outer.isEmpty();
    }

    /** Every variable of a star. */
    Set<Var> variables(Var entry) {
        Set<Var> found = new LinkedHashSet<>();
        parts.getOrDefault(entry, List.of()).forEach(element -> found.addAll(Mentions.in(element)));
        return found;
    }

    /** Every variable of what is not said of an entry. */
    Set<Var> outerVariables() {
        Set<Var> found = new LinkedHashSet<>();
        outer.forEach(element -> found.addAll(Mentions.in(element)));
        return found;
    }
}
