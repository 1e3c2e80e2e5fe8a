package eu.solutionatlas.search;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * What is known of the things that an entry links to.
 *
 * @param names of anything
 * @param upwards a concept and all above it
 * @param hub which hub the entries come from, as the value of a facet
 */
public record Background(Names names, Function<Node, ? extends Collection<Node>> upwards, String hub) {
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
