package eu.solutionatlas.search;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.rdf.vocab.PROV;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;

/**
 * What is known of the things that an entry links to.
 *
 * @param names of anything
 * @param upwards a concept and all above it
 * @param hub the value of a facet that stands for this hub
 */
public record Background(Names names, Function<Node, ? extends Collection<Node>> upwards, String hub) {
    /** What is said of a copy. */
    private static final List<Node> ORIGIN =
            List.of(DCTerms.publisher.asNode(), PROV.wasDerivedFrom, PROV.generatedAtTime);

    /** These concepts and all above them. */
    public Set<Node> roofs(Collection<Node> concepts) {
        Set<Node> roofs = new LinkedHashSet<>();
        concepts.forEach(concept -> roofs.addAll(upwards.apply(concept)));
        return roofs;
    }

    /** What things are called, in every language. */
    public List<Label> labels(Collection<Node> things) {
        return things.stream()
                .map(names::of)
                .flatMap(labels -> all(labels).stream())
                .toList();
    }

    /** The values of a facet that stand for entries, copied ones included, see {@link Topic#value}. */
    public Set<String> entries(Iris iris, Collection<Node> things) {
        return things.stream()
                .map(thing -> Topic.value(iris, names, thing))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Adds what a list says of an entry's record as data; of a copied entry also what is a copy of what, and from where.
     *
     * @param graph of the document
     * @param properties of the record
     * @param gist to add to
     */
    public void addRecord(Topic topic, Graph graph, Collection<Node> properties, Graph gist) {
        properties.forEach(
                property -> graph.find(topic.record(), property, Node.ANY).forEach(gist::add));
        if (topic.hub().isPresent()) {
            ORIGIN.forEach(
                    property -> graph.find(topic.document(), property, Node.ANY).forEach(gist::add));
            gist.add(topic.record(), FOAF.primaryTopic.asNode(), topic.thing());
        }
    }

    /** Labels one by one. */
    public static List<Label> all(Labels labels) {
        return labels.byLanguage().entrySet().stream()
                .map(label -> new Label(label.getValue(), label.getKey()))
                .toList();
    }

    /** The value of a facet that stands for a thing: the last part of its IRI. */
    public static String value(Node thing) {
        String iri = thing.getURI();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    /** The values of a facet that stand for things. */
    public static Set<String> values(Collection<Node> things) {
        return things.stream().map(Background::value).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
