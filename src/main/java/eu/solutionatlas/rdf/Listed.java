package eu.solutionatlas.rdf;

import java.util.Collection;
import org.apache.jena.graph.Node;

/** An entry as lists know it. */
public interface Listed {
    Node thing();

    Labels title();

    /** What the entry has to do with: themes, regions, actors… Lists are cut by these. */
    Collection<Node> links();
}
