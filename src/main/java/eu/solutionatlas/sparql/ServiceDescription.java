package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** What machines can know of the endpoints before they ask them: the SPARQL 1.1 Service Description. */
final class ServiceDescription {
    private final DescriptionTemplate template;
    private final Census census;
    private final Node first;
    private final Node union;
    private final Node own;

    ServiceDescription(Iris iris, Census census) {
        this.template = DescriptionTemplate.read("service.ttl", iris);
        this.census = census;
        this.first = NodeFactory.createURI(iris.base() + "sparql");
        this.union = NodeFactory.createURI(iris.base() + ".well-known/void#union");
        this.own = NodeFactory.createURI(iris.base() + ".well-known/void#own-union");
    }

    /** What one endpoint says of itself; the first, where others are looked for, tells of all of them. */
    Graph at(Snapshot snapshot, Node service) {
        Graph all = at(snapshot);
        if (service.equals(first)) {
            return all;
        }
        Graph one = GraphFactory.createDefaultGraph();
        one.getPrefixMapping().setNsPrefixes(all.getPrefixMapping());
        copy(service, all, one);
        return one;
    }

    /** All that is said of something, and of what that leads to. */
    private static void copy(Node subject, Graph from, Graph to) {
        for (Triple triple : from.find(subject, Node.ANY, Node.ANY).toList()) {
            if (!to.contains(triple)) {
                to.add(triple);
                copy(triple.getObject(), from, to);
            }
        }
    }

    /** The services, with the size of their default graphs. */
    private Graph at(Snapshot snapshot) {
        Graph graph = template.copy();
        Census.Counts counts = census.at(snapshot);
        DescriptionTemplate.size(graph, union, counts.all());
        DescriptionTemplate.size(graph, own, counts.own());
        return graph;
    }
}
