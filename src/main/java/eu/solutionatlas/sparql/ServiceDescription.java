package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What machines can know of the endpoints before they ask them: the SPARQL 1.1 Service Description. */
final class ServiceDescription {
    private final DescriptionTemplate template;
    private final Census census;
    private final Node union;
    private final Node own;

    ServiceDescription(Iris iris, Census census) {
        this.template = DescriptionTemplate.read("service.ttl", iris);
        this.census = census;
        this.union = NodeFactory.createURI(iris.base() + ".well-known/void#union");
        this.own = NodeFactory.createURI(iris.base() + ".well-known/void#own-union");
    }

    /** The services, with the size of their default graphs. */
    Graph at(Snapshot snapshot) {
        Graph graph = template.copy();
        Census.Counts counts = census.at(snapshot);
        DescriptionTemplate.size(graph, union, counts.all());
        DescriptionTemplate.size(graph, own, counts.own());
        return graph;
    }
}
