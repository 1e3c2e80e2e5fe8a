package eu.solutionatlas.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.SKOS;

/**
 * How a query's row for a region relates to its rows for parts of the region. Read off the query's patterns, since numbers do
 * not tell, and only believed where they can mean nothing else.
 */
enum Nesting {
    /** Each thing stands at the regions that it names: rows of a region and of its parts are of different things. */
    APART,
    /** The query goes up the tree of regions from what things name: the row of a region has what those of its parts have. */
    INCLUDED,
    /** Anything else. */
    UNKNOWN;

    /** Steps in the tree of concepts, in whatever way a query has them. */
    private static final Pattern TREE = Pattern.compile("broader|narrower", Pattern.CASE_INSENSITIVE);

    private static final Pattern REPEATED = Pattern.compile("[*+?]");

    /** That of the rows of a query with a column of regions. */
    static Nesting of(String column, Query query) {
        Var region = source(column, query);
        if (query.getQueryPattern() == null) {
            return UNKNOWN;
        }
        List<TriplePath> patterns = new ArrayList<>();
        collect(query, patterns);
        List<TriplePath> leading =
                patterns.stream().filter(one -> one.getObject().equals(region)).toList();
        long steps = TREE.matcher(query.toString()).results().count();
        if (steps == 0) {
            return !leading.isEmpty() && leading.stream().allMatch(Nesting::isPlain) ? APART : UNKNOWN;
        }
        // SKOS may stand in the prologue under any name, so a step is one mention; more are more than we understand.
        return steps == 1 && leading.size() == 1 && goesUp(leading.getFirst(), patterns) ? INCLUDED : UNKNOWN;
    }

    /** The variable of the patterns that a column shows. */
    static Var source(String column, Query query) {
        Var shown = Var.alloc(column);
        Expr made = query.getProject().getExpr(shown);
        return made != null && made.isVariable() ? made.asVar() : shown;
    }

    private static void collect(Query query, List<TriplePath> patterns) {
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                block.patternElts().forEachRemaining(patterns::add);
            }

            @Override
            public void visit(ElementTriplesBlock block) {
                block.patternElts().forEachRemaining(triple -> patterns.add(new TriplePath(triple)));
            }

            @Override
            public void visit(ElementSubQuery part) {
                collect(part.getQuery(), patterns);
            }
        });
    }

    /** From a thing to what it names, by named properties, one after the other. */
    private static boolean isPlain(TriplePath step) {
        boolean named = step.getPath() == null ? step.getPredicate().isURI() : isChain(step.getPath());
        return named && step.getSubject().isVariable();
    }

    private static boolean isChain(Path path) {
        return switch (path) {
            case P_Link link -> true;
            case P_Seq steps -> isChain(steps.getLeft()) && isChain(steps.getRight());
            default -> false;
        };
    }

    /** From a thing, by named properties and then up; or up from what some thing names. */
    private static boolean goesUp(TriplePath step, List<TriplePath> patterns) {
        Node from = step.getSubject();
        if (step.getPath() == null || !from.isVariable()) {
            return false;
        }
        if (isUp(step.getPath())) {
            List<TriplePath> naming = patterns.stream()
                    .filter(one -> one.getObject().equals(from))
                    .toList();
            return !naming.isEmpty() && naming.stream().allMatch(Nesting::isPlain);
        }
        return step.getPath() instanceof P_Seq steps && isChain(steps.getLeft()) && isUp(steps.getRight());
    }

    private static boolean isUp(Path path) {
        String text = path.toString();
        return !(path instanceof P_Seq)
                && text.contains(SKOS.broader.getURI())
                && REPEATED.matcher(text).find()
                && !text.contains("^")
                && !text.contains("!")
                && !text.contains("|");
    }
}
