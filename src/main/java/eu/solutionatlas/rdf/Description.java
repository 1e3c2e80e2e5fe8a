package eu.solutionatlas.rdf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;

/** What one graph says of one thing. Lists are sorted, so that they do not depend on how the graph is stored. */
public record Description(Graph graph, Node subject) {

    public Labels labels(Node property) {
        return Labels.of(graph, subject, property);
    }

    public Labels labels(Property property) {
        return labels(property.asNode());
    }

    /** Every text of the property, whatever its language. */
    public List<Label> texts(Node property) {
        return values(property)
                .filter(Node::isLiteral)
                .map(node -> new Label(node.getLiteralLexicalForm(), node.getLiteralLanguage()))
                .sorted(java.util.Comparator.comparing(Label::language).thenComparing(Label::text))
                .toList();
    }

    /** The things that the property leads to. */
    public List<Node> things(Node property) {
        return values(property)
                .filter(Node::isURI)
                .sorted(java.util.Comparator.comparing(Node::getURI))
                .toList();
    }

    public List<Node> things(Property property) {
        return things(property.asNode());
    }

    public Optional<Node> thing(Node property) {
        return things(property).stream().findFirst();
    }

    /** The lexical form of a literal; the first in alphabetical order if there are several. */
    public Optional<String> value(Node property) {
        return values(property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }

    public Optional<String> value(Property property) {
        return value(property.asNode());
    }

    /** The day of an {@code xsd:date} or {@code xsd:dateTime}; empty for anything else. */
    public Optional<LocalDate> day(Node property) {
        return value(property).filter(text -> text.length() >= 10).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text.substring(0, 10)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    public Optional<LocalDate> day(Property property) {
        return day(property.asNode());
    }

    public boolean has(Node property, Node value) {
        return graph.contains(subject, property, value);
    }

    private Stream<Node> values(Node property) {
        return Iter.toList(graph.find(subject, property, Node.ANY)).stream().map(Triple::getObject);
    }
}
