package eu.solutionatlas.sparql.guard;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.NodeValue;

/** Strings as SPARQL values. */
final class Literals {
    private Literals() {}

    /** A string with the language of another literal, if that has one. */
    static NodeValue like(Node literal, String text) {
        String language = literal.getLiteralLanguage();
        return language.isEmpty()
                ? NodeValue.makeString(text)
                : NodeValue.makeNode(NodeFactory.createLiteralLang(text, language));
    }
}
