package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.sparql.guard.PublicGraphs;
import eu.solutionatlas.sparql.guard.Refusals;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;

/** From the text of a query to the query, with problems that say where. */
final class QueryParser {
    /** Relative IRIs are resolved against the address of the endpoint. */
    private final String base;

    private final int maxLength;
    private final int maxDepth;

    /** Where, as the parser's messages say it; more exact than what the exception itself knows. */
    private static final Pattern POSITION =
            Pattern.compile("(?: at)? ?line (\\d+), column (\\d+)[:.]? ?", Pattern.CASE_INSENSITIVE);

    private static final Pattern CLASS_NAME = Pattern.compile("(?:java|org|com|eu)\\.[\\w.$]+:? ?");

    QueryParser(String base, int maxLength, int maxDepth) {
        this.base = base;
        this.maxLength = maxLength;
        this.maxDepth = maxDepth;
    }

    /**
     * Parses a query as SPARQL 1.1, without the extensions of ARQ.
     *
     * @throws ProblemException 400 with line and column, 413 for one too long
     */
    Query parse(String text) {
        if (text.length() > maxLength) {
            throw new ProblemException(SparqlProblems.tooLong(text.length(), maxLength));
        }
        if (text.isBlank()) {
            throw new ProblemException(SparqlProblems.syntax("The query is empty.", 1, 1));
        }
        try {
            Query query = QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
            refusePrivateGraphs(query);
            return query;
        } catch (QueryParseException e) {
            throw new ProblemException(syntax(e));
        } catch (QueryException e) {
            throw new ProblemException(SparqlProblems.syntax(firstLine(e), 0, 0));
        } catch (StackOverflowError e) {
            throw new ProblemException(Refusals.tooDeep(maxDepth));
        }
    }

    /** A query with those prefixes declared that it uses, does not declare, and that this hub writes with. */
    String declareKnown(String text) {
        String declared = text;
        for (int i = 0; i < Prefixes.ALL.size(); i++) {
            Optional<String> prefix = undeclared(declared);
            if (prefix.isEmpty()) {
                return declared;
            }
            declared = "PREFIX " + prefix.get() + ": <" + Prefixes.ALL.get(prefix.get()) + ">\n" + declared;
        }
        return declared;
    }

    /** The first such prefix. What else is wrong with the query is said by whoever parses it next. */
    private Optional<String> undeclared(String text) {
        if (text.length() > maxLength) {
            return Optional.empty();
        }
        try {
            QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
            return Optional.empty();
        } catch (QueryException e) {
            return SyntaxWords.undeclared(POSITION.matcher(firstLine(e)).replaceFirst(""))
                    .filter(Prefixes.ALL::containsKey);
        } catch (StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static void refusePrivateGraphs(Query query) {
        for (String iri : query.getGraphURIs()) {
            refusePrivate(iri);
        }
        for (String iri : query.getNamedGraphURIs()) {
            refusePrivate(iri);
        }
    }

    /** @throws ProblemException 400 for a name inside the store */
    static void refusePrivate(String iri) {
        if (PublicGraphs.isPrivate(NodeFactory.createURI(iri))) {
            throw new ProblemException(Refusals.privateGraph(iri));
        }
    }

    private static Problem syntax(QueryParseException e) {
        String message = firstLine(e);
        Matcher position = POSITION.matcher(message);
        boolean found = position.find();
        int line = found ? Integer.parseInt(position.group(1)) : e.getLine();
        int column = found ? Integer.parseInt(position.group(2)) : e.getColumn();
        String what = SyntaxWords.of(position.replaceFirst(""));
        return SparqlProblems.syntax(
                line < 1 ? what : "Line " + line + ", column " + column + ": " + what, line, column);
    }

    private static String firstLine(QueryException e) {
        String line = plainWords(e);
        return line.isEmpty() ? "The query cannot be read." : line;
    }

    /** The first line of what the engine says, without names of classes; empty when nothing is left. */
    static String plainWords(QueryException e) {
        String message = e.getMessage() == null ? "" : e.getMessage().strip();
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end).strip();
        return CLASS_NAME.matcher(line).replaceAll("");
    }
}
