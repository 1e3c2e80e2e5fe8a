package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.PublicGraphs;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.store.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * What DESCRIBE answers: for each resource the triples that it is the subject of, and those of the blank nodes that they
 * lead to (a concise bounded description), one after the other.
 */
final class Description implements Iterator<Triple> {
    /** Resources remembered as described already; one beyond may be described twice, which says the same. */
    private static final int MAX_REMEMBERED = 100_000;

    private final Graph graph;
    private final RunningQuery running;
    private final Deque<Node> waiting = new ArrayDeque<>();
    private final Set<Node> seen = new HashSet<>();
    private Iterator<Node> resources = List.<Node>of().iterator();
    private Iterator<Triple> triples = List.<Triple>of().iterator();

    /** @param scope of what is described */
    Description(Scope scope, DatasetGraph dataset, RunningQuery running) {
        this.graph = scope.graph(dataset, PublicGraphs.defaultGraph(dataset));
        this.running = running;
    }

    /** A SELECT of the resources that a DESCRIBE describes; those that it names by IRI left out. */
    static Query asSelect(Query describe) {
        Query select = describe.cloneQuery();
        if (select.getQueryPattern() == null) {
            select.setQueryPattern(new ElementGroup());
        }
        select.setQuerySelectType();
        if (select.getResultVars().isEmpty()) {
            select.setQueryResultStar(true);
        }
        return select;
    }

    /**
     * The triples of a description.
     *
     * @param exec of the query as SELECT
     */
    Iterator<Triple> of(Query describe, QueryExec exec) {
        List<Node> named = new ArrayList<>(describe.getResultURIs());
        Iterator<Node> namedFirst = named.iterator();
        Iterator<Node> found = nodes(exec.select());
        resources = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return namedFirst.hasNext() || found.hasNext();
            }

            @Override
            public Node next() {
                return namedFirst.hasNext() ? namedFirst.next() : found.next();
            }
        };
        return this;
    }

    private static Iterator<Node> nodes(RowSet rows) {
        Deque<Node> row = new ArrayDeque<>();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                while (row.isEmpty() && rows.hasNext()) {
                    Binding binding = rows.next();
                    for (Var variable : rows.getResultVars()) {
                        Node node = binding.get(variable);
                        if (node != null && !node.isLiteral()) {
                            row.add(node);
                        }
                    }
                }
                return !row.isEmpty();
            }

            @Override
            public Node next() {
                return row.remove();
            }
        };
    }

    @Override
    public boolean hasNext() {
        while (!triples.hasNext()) {
            running.check();
            Node next = waiting.isEmpty() ? null : waiting.remove();
            if (next == null) {
                if (!resources.hasNext()) {
                    return false;
                }
                next = resources.next();
                if (!isNew(next)) {
                    continue;
                }
            }
            ExtendedIterator<Triple> found = graph.find(next, Node.ANY, Node.ANY);
            triples = found;
        }
        return true;
    }

    private boolean isNew(Node node) {
        return seen.size() < MAX_REMEMBERED ? seen.add(node) : !seen.contains(node);
    }

    @Override
    public Triple next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Triple triple = triples.next();
        Node object = triple.getObject();
        if (object.isBlank() && isNew(object)) {
            waiting.add(object);
        }
        return triple;
    }
}
