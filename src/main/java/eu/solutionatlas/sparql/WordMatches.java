package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PFuncSimple;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.IterLib;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?entry atlas:matches "words"@en}: the entries that a list finds for these words, read as a speaker of that
 * language would mean them. The one property that is computed; all others ask the data.
 */
final class WordMatches extends PFuncSimple {
    private final WordSearch words;
    private final Map<Node, Set<Node>> found = new HashMap<>();

    private WordMatches(WordSearch words) {
        this.words = words;
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, Node entry, Node property, Node text, ExecutionContext context) {
        if (!text.isLiteral()) {
            throw new ProblemException(Problem.badRequest(
                    "no-words",
                    "atlas:matches takes the words to look for, such as ?entry atlas:matches \"Parken\"@de, and"
                            + " stands in no path that repeats."));
        }
        Set<Node> matches =
                found.computeIfAbsent(text, one -> words.find(one.getLiteralLexicalForm(), one.getLiteralLanguage()));
        Graph here = context.getActiveGraph();
        if (!entry.isVariable()) {
            return matches.contains(entry) && isIn(here, entry)
                    ? IterLib.result(binding, context)
                    : IterLib.noResults(context);
        }
        Iterator<Binding> rows = Iter.map(
                Iter.filter(matches.iterator(), thing -> isIn(here, thing)),
                thing -> BindingFactory.binding(binding, Var.alloc(entry), thing));
        return QueryIterPlainWrapper.create(rows, context);
    }

    /** The search knows all documents; a query may ask fewer. */
    private static boolean isIn(Graph graph, Node entry) {
        return graph.contains(entry, RDF.Nodes.type, Node.ANY);
    }

    /** A registry that knows this property and no other: ARQ's own loads classes by IRI. */
    static PropertyFunctionRegistry registry(WordSearch words) {
        return new PropertyFunctionRegistry() {
            @Override
            public boolean manages(String iri) {
                return iri.equals(ATLAS.matches.getURI());
            }

            @Override
            public @Nullable PropertyFunctionFactory get(String iri) {
                return manages(iri) ? name -> new WordMatches(words) : null;
            }
        };
    }
}
