package eu.solutionatlas.federation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;

/**
 * That triples may be taken out of their place in a group and put first. OPTIONAL, MINUS and BIND see what stands before
 * them, so a variable of theirs that a later triple binds as well must be bound by an earlier one, too.
 */
final class ElementOrder {
    private ElementOrder() {}

    /** @throws X when the order matters */
    static <X extends RuntimeException> void check(ElementGroup group, Supplier<X> otherwise) {
        List<Element> elements = group.getElements();
        Set<Var> before = new LinkedHashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            if (element instanceof ElementPathBlock) {
                before.addAll(Mentions.in(element));
            } else if (!(element instanceof ElementFilter)) {
                Set<Var> later = new LinkedHashSet<>();
                elements.stream()
                        .skip(i + 1L)
                        .filter(other -> other instanceof ElementPathBlock)
                        .forEach(other -> later.addAll(Mentions.in(other)));
                Set<Var> mentioned = Mentions.in(element);
                mentioned.removeAll(before);
                mentioned.retainAll(later);
                if (!mentioned.isEmpty() || (element instanceof ElementBind bind && !isFree(bind, elements, before))) {
                    throw otherwise.get();
                }
            }
        }
    }

    /** What is assigned must be computed of what is bound already, and be used by filters only. */
    private static boolean isFree(ElementBind bind, List<Element> elements, Set<Var> before) {
        return before.containsAll(Mentions.in(bind.getExpr()))
                && elements.stream()
                        .filter(other -> other != bind && !(other instanceof ElementFilter))
                        .noneMatch(other -> Mentions.in(other).contains(bind.getVar()));
    }
}
