package eu.solutionatlas.sparql;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.SKOS;

/**
 * Looks for a path up a tree of concepts, such as {@code dct:spatial/skos:broader* ?region} (SPARQL 1.1 section 9): a query that
 * has one counts what belongs to a part of a region with the region, too. Numbers alone do not tell.
 */
final class UpwardsPath {
    /** Any number of steps, or one that need not be made. */
    private static final Pattern UP_FROM_HERE = Pattern.compile("[*+?]");

    private UpwardsPath() {}

    /** Whether such a path ends at a variable. */
    static boolean leadsTo(String variable, Query query) {
        if (query.getQueryPattern() == null) {
            return false;
        }
        AtomicBoolean found = new AtomicBoolean();
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                block.patternElts().forEachRemaining(step -> {
                    if (isUpwards(step) && step.getObject().equals(Var.alloc(variable))) {
                        found.set(true);
                    }
                });
            }

            @Override
            public void visit(ElementSubQuery part) {
                if (leadsTo(variable, part.getQuery())) {
                    found.set(true);
                }
            }
        });
        return found.get();
    }

    private static boolean isUpwards(TriplePath step) {
        if (step.getPath() == null) {
            return false;
        }
        String path = step.getPath().toString();
        return path.contains(SKOS.broader.getURI())
                && UP_FROM_HERE.matcher(path).find();
    }
}
