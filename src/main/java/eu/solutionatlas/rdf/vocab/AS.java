package eu.solutionatlas.rdf.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Those terms of <a href="https://www.w3.org/TR/activitystreams-vocabulary/">Activity Streams 2.0</a> that we use. */
public final class AS {
    public static final String NS = "https://www.w3.org/ns/activitystreams#";

    public static final Node Tombstone = NodeFactory.createURI(NS + "Tombstone");
    public static final Node deleted = NodeFactory.createURI(NS + "deleted");
    public static final Node formerType = NodeFactory.createURI(NS + "formerType");

    private AS() {}
}
