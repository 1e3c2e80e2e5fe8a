package eu.solutionatlas.sparql;

import eu.solutionatlas.web.ProblemException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;

/** From the text of a query to the query, with problems that say where. */
final class QueryParser {
    /** Relative IRIs are resolved against the address of the endpoint. */
    private final String base;

    private final int maxLength;
    private final int maxDepth;

    /** Jena's messages repeat the position, and list every token that could have stood there. */
    private static final Pattern POSITION = Pattern.compile(
            "^(?:Lexical error )?(?:at |Line )?line \\d+,? column \\d+[:.]?\\s*", Pattern.CASE_INSENSITIVE);

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
            String where = e.getLine() < 1 ? "" : "Line " + e.getLine() + ", column " + e.getColumn() + ": ";
            throw new ProblemException(SparqlProblems.syntax(where + firstLine(e), e.getLine(), e.getColumn()));
        } catch (QueryException e) {
            throw new ProblemException(SparqlProblems.syntax(firstLine(e), 0, 0));
        } catch (StackOverflowError e) {
            throw new ProblemException(SparqlProblems.tooDeep(maxDepth));
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
        if (Inspection.isPrivate(NodeFactory.createURI(iri))) {
            throw new ProblemException(SparqlProblems.privateGraph(iri));
        }
    }

    private static String firstLine(JenaException e) {
        String message = e.getMessage() == null ? "The query cannot be read." : e.getMessage();
        int end = message.indexOf('\n');
        String line = (end < 0 ? message : message.substring(0, end)).strip();
        Matcher position = POSITION.matcher(line);
        String said = position.replaceFirst("").strip();
        String sentence = said.isEmpty() ? "The query cannot be read." : said;
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
