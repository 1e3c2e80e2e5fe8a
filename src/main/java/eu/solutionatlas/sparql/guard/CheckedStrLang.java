package eu.solutionatlas.sparql.guard;

import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/** SPARQL's STRLANG (section 17.4.2.12) for which a tag that is none is an error of the row, as any other. */
final class CheckedStrLang extends E_StrLang {
    /** Well-formed as far as RDF asks (Turtle, production LANGTAG). */
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*");

    CheckedStrLang(Expr text, Expr tag) {
        super(text, tag);
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue tag) {
        if (!tag.isString() || !TAG.matcher(tag.getString()).matches()) {
            throw new ExprEvalException("STRLANG: no language tag");
        }
        return super.eval(text, tag);
    }

    @Override
    public Expr copy(Expr text, Expr tag) {
        return new CheckedStrLang(text, tag);
    }
}
