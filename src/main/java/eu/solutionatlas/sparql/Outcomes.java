package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/** What became of a query, in a sentence for people: never a table without a word of whether it is whole. */
final class Outcomes {
    private static final double MILLIS_IN_SECOND = 1_000;

    private Outcomes() {}

    /**
     * Of an answer.
     *
     * @param rows shown
     * @param more whether there are more
     * @param whole whether every hub that was asked has answered, and nothing rests on a copy
     */
    static String of(Frame frame, Query query, int rows, boolean more, boolean whole) {
        if (more) {
            return frame.text("sparql.cut", frame.number(rows));
        }
        // Of graphs, a solution makes any number of triples.
        boolean graph = query.isConstructType() || query.isDescribeType();
        if (query.hasLimit() && rows > 0 && graph) {
            return frame.text("sparql.limited-graph", frame.number(rows));
        }
        if (query.hasLimit() && rows > 0 && rows == query.getLimit()) {
            return frame.text("sparql.limited", frame.number(rows));
        }
        if (!whole || isPart(query)) {
            return frame.count("sparql.rows", rows);
        }
        return rows == 0 ? frame.text("sparql.none") : frame.count("sparql.complete", rows);
    }

    /** Whether the query itself leaves rows out at its beginning, or takes none. */
    static boolean isPart(Query query) {
        return query.hasOffset() && query.getOffset() > 0 || query.hasLimit() && query.getLimit() == 0;
    }

    /** Whether an answer is one row that says that nothing was found: counts that are all 0, or nothing at all. */
    static boolean isNought(Query query, Shown shown) {
        if (!query.hasAggregators()
                || !query.getGroupBy().isEmpty()
                || shown.rows().size() != 1) {
            return false;
        }
        List<Optional<Node>> row = shown.rows().getFirst();
        List<Node> counts = IntStream.range(0, row.size())
                .filter(column -> Measure.isCount(shown.columns().get(column), query))
                .mapToObj(row::get)
                .flatMap(Optional::stream)
                .toList();
        return row.stream().allMatch(Optional::isEmpty)
                || !counts.isEmpty() && counts.stream().allMatch(count -> Shown.number(count) == 0);
    }

    /** Of a query that ended for its time or size. */
    static Optional<String> of(Frame frame, Problem problem) {
        return switch (problem.slug()) {
            case "query-timeout" ->
                Optional.of(frame.text(
                        "sparql.timed-out",
                        frame.number(Math.max(
                                1,
                                Math.round(((Number) problem.members().getOrDefault(SparqlProblems.MILLIS, 0L))
                                                .doubleValue()
                                        / MILLIS_IN_SECOND)))));
            case "query-memory" -> Optional.of(frame.text("sparql.no-memory"));
            case "answer-too-large" -> Optional.of(frame.text("sparql.too-large"));
            case "busy" -> Optional.of(frame.text("sparql.busy"));
            default -> Optional.empty();
        };
    }

    /** Why there may be no rows: IRIs that occur nowhere, or if all do, how they are put together. */
    static List<String> hints(Frame frame, List<String> absent) {
        if (absent.isEmpty()) {
            return List.of(frame.text("sparql.all-occur"));
        }
        return absent.stream().map(iri -> frame.text("sparql.absent", iri)).toList();
    }
}
