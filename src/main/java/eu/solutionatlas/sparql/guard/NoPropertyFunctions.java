package eu.solutionatlas.sparql.guard;

import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * No properties that compute, wherever a query does not bring a registry of its own: a triple pattern asks the data. ARQ's
 * own registry loads classes by IRI.
 */
final class NoPropertyFunctions extends PropertyFunctionRegistry {
    @Override
    public boolean manages(String iri) {
        return false;
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String iri) {
        return null;
    }
}
