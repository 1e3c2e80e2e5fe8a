package eu.solutionatlas.sparql;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Triple;

/**
 * Leaves out triples that have just been there: a graph is a set (SPARQL 1.1 section 16.2), and ARQ makes one of each solution.
 * What is farther back or longer than can be kept in memory may come again, which a parser takes for the same.
 */
final class Repetitions {
    /** More than a page shows, so that what it counts is right. */
    private static final int KEPT = 2 * Shown.MAX_ROWS;
    /** Of a value that is kept. */
    private static final int LONGEST = 1_000;

    private Repetitions() {}

    static Iterator<Triple> without(Iterator<Triple> triples) {
        Set<Triple> seen = Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Triple, Boolean> eldest) {
                return size() > KEPT;
            }
        });
        return Iter.filter(triples, triple -> isLong(triple) || seen.add(triple));
    }

    private static boolean isLong(Triple triple) {
        return triple.getObject().isLiteral()
                && triple.getObject().getLiteralLexicalForm().length() > LONGEST;
    }
}
