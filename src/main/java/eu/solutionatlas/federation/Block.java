package eu.solutionatlas.federation;

import eu.solutionatlas.outbound.RejectedReplyException;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * One part of a query as it is sent to hubs.
 *
 * @param query to send
 * @param entries variables whose values the hub says are entries, each of which must be its own
 * @param required variables that every row binds
 */
record Block(Query query, Set<Var> entries, Set<Var> required) {
    private static final Pattern COUNTED = Pattern.compile("[0-9]{1,12}");
    private static final List<Node> ENTRY_CLASSES = List.of(ATLAS.Solution, ATLAS.Actor);

    Block(Query query, Set<Var> entries) {
        this(query, entries, required(query.getQueryPattern()));
    }

    private static Set<Var> required(Element pattern) {
        Set<Var> found = new LinkedHashSet<>();
        collectRequired(pattern, found);
        return found;
    }

    /**
     * The inside of a SERVICE.
     *
     * @param service with what is known from outside put in the place of variables
     * @param original before that
     * @param known variables of entries, whether or not the block says so
     */
    static Block of(OpService service, OpService original, Set<Var> known) {
        Op inside = Rename.reverseVarRename(service.getSubOp(), true);
        Query query = asWritten(service, original, inside);
        Set<Var> entries = new LinkedHashSet<>(known);
        entries.addAll(entries(inside));
        entries.retainAll(PatternVars.vars(query.getQueryPattern()));
        return new Block(query, entries);
    }

    /** The author's own text where nothing was put into it: turning algebra back into text is a second-best. */
    private static Query asWritten(OpService service, OpService original, Op inside) {
        ElementService written = original.getServiceElement();
        if (written == null || !service.getSubOp().equals(original.getSubOp())) {
            return OpAsQuery.asQuery(inside);
        }
        Element body = written.getElement();
        if (body instanceof ElementGroup group && group.size() == 1) {
            body = group.get(0);
        }
        if (body instanceof ElementSubQuery sub) {
            return sub.getQuery().cloneQuery();
        }
        Query query = QueryFactory.make();
        query.setQuerySelectType();
        query.setQueryResultStar(true);
        ElementGroup group = new ElementGroup();
        group.addElement(body);
        query.setQueryPattern(body instanceof ElementGroup whole ? whole : group);
        query.resetResultVars();
        return query;
    }

    private static Set<Var> entries(Op inside) {
        Set<Var> found = new LinkedHashSet<>();
        Walker.walk(inside, new OpVisitorBase() {
            @Override
            public void visit(OpBGP pattern) {
                for (Triple triple : pattern.getPattern()) {
                    if (Var.isVar(triple.getSubject())
                            && triple.getPredicate().equals(RDF.type.asNode())
                            && ENTRY_CLASSES.contains(triple.getObject())) {
                        found.add(Var.alloc(triple.getSubject()));
                    }
                }
            }
        });
        return found;
    }

    /** The same for whichever hub. */
    String text() {
        return query.serialize();
    }

    /** What is looked at in the rows of an answer. */
    Set<Var> columns() {
        Set<Var> columns = new LinkedHashSet<>(query.getProjectVars());
        columns.addAll(entries);
        return columns;
    }

    /** What an answer must have, if only in its head. */
    Set<Var> shown() {
        return new LinkedHashSet<>(query.getProjectVars());
    }

    /** What a hub is sent: of entries that the result does not show, it must leave out those that are not its own. */
    String text(Target hub) {
        Set<Var> hidden = new LinkedHashSet<>(entries);
        hidden.removeAll(query.getProjectVars());
        boolean orders = query.hasOrderBy() && query.hasLimit() && !hub.atlas();
        if (hidden.isEmpty() && !orders) {
            return text();
        }
        Query own = query.cloneQuery();
        if (orders) {
            // Others may order rows in another way, and their first ones are not ours.
            own.setLimit(Query.NOLIMIT);
        }
        ElementGroup group = new ElementGroup();
        group.addElement(own.getQueryPattern());
        hidden.forEach(entry -> group.addElement(new ElementFilter(begins(entry, hub.spaces()))));
        own.setQueryPattern(group);
        return own.serialize();
    }

    private static Expr begins(Var entry, List<String> spaces) {
        return spaces.stream()
                .<Expr>map(space -> new E_StrStartsWith(new E_Str(new ExprVar(entry)), NodeValue.makeString(space)))
                .reduce(E_LogicalOr::new)
                .orElseThrow();
    }

    /**
     * A row as far as it answers the question: nothing that was not asked for.
     *
     * @return empty when it is not about the hub's own entries, or does not say about which
     * @throws RejectedReplyException for a count that is none
     */
    Optional<Binding> own(Binding row, Target hub) throws RejectedReplyException {
        for (Var entry : entries) {
            Node thing = row.get(entry);
            boolean missing = thing == null && (!query.getProjectVars().contains(entry) || !required.contains(entry));
            if (!missing && (thing == null || !thing.isURI() || !hub.speaksFor(thing.getURI()))) {
                return Optional.empty();
            }
        }
        BindingBuilder asked = BindingFactory.builder();
        for (Var column : query.getProjectVars()) {
            Node value = row.get(column);
            if (column.getName().startsWith(Counting.COUNT)) {
                checkCount(value);
            }
            if (value != null) {
                asked.add(column, value);
            }
        }
        return Optional.of(asked.build());
    }

    private static void collectRequired(Element element, Set<Var> found) {
        if (element instanceof ElementPathBlock) {
            found.addAll(Mentions.in(element));
        } else if (element instanceof ElementGroup group) {
            group.getElements().forEach(one -> collectRequired(one, found));
        }
    }

    /**
     * Looks at an answer as a whole.
     *
     * @throws RejectedReplyException when it has not the one row that a count without groups has (SPARQL 1.1 section 11.2)
     */
    void check(List<Binding> rows) throws RejectedReplyException {
        boolean counts = query.getProjectVars().stream()
                .anyMatch(column -> column.getName().startsWith(Counting.COUNT));
        if (counts && query.getGroupBy().isEmpty() && rows.size() != 1) {
            throw RejectedReplyException.malformed("the answer has " + rows.size() + " rows, where a count has one");
        }
    }

    private static void checkCount(@Nullable Node value) throws RejectedReplyException {
        if (value == null
                || !value.isLiteral()
                || !COUNTED.matcher(value.getLiteralLexicalForm()).matches()) {
            throw RejectedReplyException.malformed("the answer has a count that is no number");
        }
    }
}
