package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * The IRIs of a query that occur nowhere in what it is asked of: mostly misspelt, and the reason that it finds nothing.
 * Looked up by one query more, under the same limits and over the same graphs, so that it tells nobody of any others.
 */
final class AbsentTerms {
    /** More than these are not looked up. */
    private static final int MAX = 12;

    private static final Var ONE = Var.alloc("one");
    private static final Var OTHER = Var.alloc("other");

    private AbsentTerms() {}

    /** The IRIs to look up, in the order of the query. */
    static List<Node> candidates(Query query) {
        Set<Node> found = new LinkedHashSet<>();
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
                @Override
                public void visit(ElementTriplesBlock block) {
                    block.patternElts().forEachRemaining(triple -> add(new TriplePath(triple), found));
                }

                @Override
                public void visit(ElementPathBlock block) {
                    block.patternElts().forEachRemaining(path -> add(path, found));
                }
            });
        }
        return found.stream().limit(MAX).toList();
    }

    private static void add(TriplePath path, Set<Node> found) {
        // A computed property is in no data.
        if (path.isTriple() && path.getPredicate().equals(ATLAS.matches)) {
            return;
        }
        Stream.of(path.getSubject(), path.getPredicate(), path.getObject())
                .flatMap(node -> Optional.ofNullable(node).stream())
                .filter(Node::isURI)
                .forEach(found::add);
    }

    /** A query with one row that says of each IRI whether it occurs. */
    static Query question(List<Node> iris) {
        Query query = QueryFactory.make();
        query.setQuerySelectType();
        ElementGroup all = new ElementGroup();
        for (int i = 0; i < iris.size(); i++) {
            Var variable = Var.alloc("v" + i);
            all.addElement(new ElementBind(variable, new E_Exists(occurrence(iris.get(i)))));
            query.addResultVar(variable);
        }
        query.setQueryPattern(all);
        return query;
    }

    private static Element occurrence(Node iri) {
        ElementUnion anywhere = new ElementUnion();
        for (Triple triple : List.of(
                Triple.create(iri, ONE, OTHER), Triple.create(ONE, iri, OTHER), Triple.create(ONE, OTHER, iri))) {
            ElementTriplesBlock block = new ElementTriplesBlock();
            block.addTriple(triple);
            anywhere.addElement(block);
        }
        return anywhere;
    }

    /** Which of them do not occur, from an execution of the question; empty when that is not known of all. */
    static Optional<List<String>> absent(List<Node> iris, QueryExec exec) {
        RowSet rows = exec.select();
        List<String> absent = new ArrayList<>();
        rows.forEachRemaining(row -> {
            for (int i = 0; i < iris.size(); i++) {
                if (row.get(Var.alloc("v" + i)).getLiteralLexicalForm().equals("false")) {
                    absent.add(iris.get(i).getURI());
                }
            }
        });
        return absent.isEmpty() && iris.size() == MAX ? Optional.empty() : Optional.of(absent);
    }
}
