package eu.solutionatlas.rdf.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What we use of the provenance ontology (W3C PROV-O). */
public final class PROV {
    private static final String NS = "http://www.w3.org/ns/prov#";

    public static final Node wasDerivedFrom = NodeFactory.createURI(NS + "wasDerivedFrom");
    public static final Node generatedAtTime = NodeFactory.createURI(NS + "generatedAtTime");

    private PROV() {}
}
