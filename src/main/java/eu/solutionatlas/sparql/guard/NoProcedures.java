package eu.solutionatlas.sparql.guard;

import org.apache.jena.sparql.procedure.ProcedureFactory;
import org.apache.jena.sparql.procedure.ProcedureRegistry;
import org.jspecify.annotations.Nullable;

/** No procedures. ARQ's own registry loads classes by IRI. */
final class NoProcedures extends ProcedureRegistry {
    @Override
    public @Nullable ProcedureFactory get(String iri) {
        return null;
    }
}
