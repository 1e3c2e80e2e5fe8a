package eu.solutionatlas.search;

import eu.solutionatlas.rdf.Labels;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * An entry that was found.
 *
 * @param marks things that a list shows with it
 */
public record Hit(Node thing, Labels title, Labels text, List<Node> marks) {}
