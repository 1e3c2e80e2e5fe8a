package eu.solutionatlas.sparql.guard;

/** Which other SPARQL endpoints a query may call with SERVICE. */
@FunctionalInterface
public interface AllowedServices {
    /** None at all. */
    AllowedServices NONE = iri -> false;

    /** Whether queries may call this endpoint; compared as a whole, so that a path or port more is another endpoint. */
    boolean allows(String iri);
}
