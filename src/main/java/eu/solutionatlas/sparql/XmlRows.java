package eu.solutionatlas.sparql;

import eu.solutionatlas.web.ProblemException;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.rowset.RowSetWrapper;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Rows for an XML document, which cannot hold every character that a literal can (XML 1.0, production Char). */
final class XmlRows extends RowSetWrapper {
    XmlRows(RowSet rows) {
        super(rows);
    }

    @Override
    public Binding next() {
        Binding row = super.next();
        row.forEach((variable, node) -> check(node));
        return row;
    }

    private static void check(Node node) {
        if (!fits(node)) {
            throw new ProblemException(SparqlProblems.notXml());
        }
    }

    /** Whether XML can hold a node. */
    static boolean fits(Node node) {
        return !node.isLiteral() || node.getLiteralLexicalForm().codePoints().allMatch(XmlRows::isChar);
    }

    private static boolean isChar(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
