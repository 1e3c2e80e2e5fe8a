package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.RunningQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * As much of a result as a page shows.
 *
 * @param columns names of variables
 * @param rows each with a value, or none, for each column
 * @param more whether the result has more rows
 */
record Shown(List<String> columns, List<List<Optional<Node>>> rows, boolean more) {
    /** Rows of a page; who wants more takes them in a format for programs. */
    static final int MAX_ROWS = 1_000;

    /** A year without a time zone (XML Schema 1.1 Part 2 section 3.3.11). */
    private static final Pattern YEAR = Pattern.compile("-?[0-9]{4,9}");

    /** Reads the first rows. */
    static Shown of(RowSet rows) {
        List<Var> variables = rows.getResultVars();
        List<List<Optional<Node>>> read = new ArrayList<>();
        while (read.size() < MAX_ROWS && rows.hasNext()) {
            Binding row = rows.next();
            read.add(variables.stream()
                    .map(variable -> Optional.ofNullable(row.get(variable)))
                    .toList());
        }
        return new Shown(variables.stream().map(Var::getVarName).toList(), read, rows.hasNext());
    }

    /** Reads the first triples; counts each as a row. */
    static Shown of(Iterator<Triple> triples, List<String> columns, RunningQuery running) {
        List<List<Optional<Node>>> read = new ArrayList<>();
        while (read.size() < MAX_ROWS && triples.hasNext()) {
            Triple triple = triples.next();
            running.countRow();
            read.add(List.of(
                    Optional.of(triple.getSubject()),
                    Optional.of(triple.getPredicate()),
                    Optional.of(triple.getObject())));
        }
        boolean more = triples.hasNext();
        running.check();
        return new Shown(columns, read, more);
    }

    /** The values of a column, those that there are. */
    List<Node> values(int column) {
        return rows.stream().flatMap(row -> row.get(column).stream()).toList();
    }

    /** The columns that hold nothing but numbers. */
    List<Integer> numbers() {
        return IntStream.range(0, columns.size())
                .filter(column -> {
                    List<Node> values = values(column);
                    return !values.isEmpty() && values.stream().allMatch(Shown::isNumber);
                })
                .boxed()
                .toList();
    }

    /** The columns that hold nothing but numbers or years. */
    List<Integer> measures() {
        return IntStream.range(0, columns.size())
                .filter(column -> {
                    List<Node> values = values(column);
                    return !values.isEmpty() && values.stream().allMatch(value -> isNumber(value) || isYear(value));
                })
                .boxed()
                .toList();
    }

    /** Whether a value is a year, such as the years of our data are. */
    private static boolean isYear(Node value) {
        return value.isLiteral()
                && value.getLiteralDatatype().equals(XSDDatatype.XSDgYear)
                && YEAR.matcher(value.getLiteralLexicalForm()).matches();
    }

    /** Whether a value is a number that can be drawn. */
    private static boolean isNumber(Node value) {
        if (!value.isLiteral()) {
            return false;
        }
        NodeValue known = NodeValue.makeNode(value);
        return known.isNumber() && Double.isFinite(known.getDouble());
    }

    static double number(Node value) {
        return NodeValue.makeNode(value).getDouble();
    }

    /** A number to the last digit that it was given with, or a year. */
    static BigDecimal exact(Node value) {
        if (isYear(value)) {
            return new BigDecimal(value.getLiteralLexicalForm());
        }
        NodeValue known = NodeValue.makeNode(value);
        return known.isDecimal() ? known.getDecimal() : BigDecimal.valueOf(known.getDouble());
    }

    static boolean isWhole(Node value) {
        return NodeValue.makeNode(value).isInteger();
    }
}
