package eu.solutionatlas.sparql.guard;

import java.util.Iterator;
import java.util.Set;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.function.StandardFunctions;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a query may name by IRI: casts to XML Schema types and the XPath and XQuery functions. ARQ's own
 * registry loads any class that an IRI names ({@code java:}), and knows functions that read the environment.
 */
final class RegisteredFunctions extends FunctionRegistry {
    /**
     * Those that one call can keep busy for ever or fill memory with, and that {@link BoundedExpressions} did not put a
     * bounded function in the place of: powers and roundings to any number of digits; calls of other functions by name.
     */
    private static final Set<String> LEFT_OUT = Set.of(
            ARQConstants.mathPrefix + "pow",
            ARQConstants.mathPrefix + "exp10",
            ARQConstants.fnPrefix + "round",
            ARQConstants.fnPrefix + "round-half-to-even",
            ARQConstants.fnPrefix + "apply",
            ARQConstants.fnPrefix + "error",
            ARQConstants.fnPrefix + "matches",
            ARQConstants.fnPrefix + "replace",
            ARQConstants.fnPrefix + "concat",
            ARQConstants.fnPrefix + "format-number",
            ARQConstants.fnPrefix + "implicit-timezone");

    RegisteredFunctions() {
        FunctionRegistry standard = new FunctionRegistry();
        StandardFunctions.loadStdDefs(standard);
        for (Iterator<String> iris = standard.keys(); iris.hasNext(); ) {
            String iri = iris.next();
            if (!LEFT_OUT.contains(iri) && !iri.startsWith(ARQConstants.ARQFunctionLibraryURI)) {
                put(iri, standard.getFunctionFactory(iri));
            }
        }
    }

    @Override
    public @Nullable FunctionFactory getFunctionFactory(String iri) {
        return isRegistered(iri) ? super.getFunctionFactory(iri) : null;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"}) // ARQ itself still calls it
    public @Nullable FunctionFactory get(String iri) {
        return getFunctionFactory(iri);
    }
}
