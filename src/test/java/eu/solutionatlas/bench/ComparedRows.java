package eu.solutionatlas.bench;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/** Rows as lines of text in one order, so that answers of different programs can be compared. */
final class ComparedRows {
    private ComparedRows() {}

    /** What one catalogue of all would answer. */
    static List<String> of(Graph all, String query) {
        try (QueryExec exec = QueryExec.graph(all).query(query).build()) {
            return of(exec.select());
        }
    }

    static List<String> of(byte[] json) {
        return of(RowSetReader.createReader(ResultSetLang.RS_JSON)
                .read(new ByteArrayInputStream(json), ARQ.getContext()));
    }

    private static List<String> of(RowSet rows) {
        List<String> lines = new ArrayList<>();
        while (rows.hasNext()) {
            lines.add(line(rows.next()));
        }
        return lines.stream().sorted().toList();
    }

    private static String line(Binding row) {
        List<String> cells = new ArrayList<>();
        for (Iterator<Var> variables = row.vars(); variables.hasNext(); ) {
            Var variable = variables.next();
            cells.add(variable.getName() + "=" + text(row.get(variable)));
        }
        return String.join("\t", cells.stream().sorted().toList());
    }

    private static String text(Node node) {
        if (node.isURI()) {
            return node.getURI();
        }
        String language = node.getLiteralLanguage().toLowerCase(Locale.ROOT);
        return node.getLiteralLexicalForm()
                + (language.isEmpty() ? "^^" + node.getLiteralDatatypeURI() : "@" + language);
    }
}
