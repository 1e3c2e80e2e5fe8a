package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.web.Language;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** What the themes, regions and other concepts of a result are called; with their codes where two are called the same. */
record ConceptNames(Map<Node, Label> labels) {
    static ConceptNames of(Collection<Scheme> schemes, Shown shown, Language language) {
        Map<Node, Label> labels = new HashMap<>();
        for (List<Optional<Node>> row : shown.rows()) {
            for (Optional<Node> value : row) {
                value.filter(node -> node.isURI() && !labels.containsKey(node))
                        .flatMap(node -> label(schemes, node, language))
                        .ifPresent(label -> labels.put(value.orElseThrow(), label));
            }
        }
        List<String> texts = labels.values().stream().map(Label::text).toList();
        labels.replaceAll(
                (node, label) -> Collections.frequency(texts, label.text()) > 1 ? withCode(node, label) : label);
        return new ConceptNames(Map.copyOf(labels));
    }

    private static Optional<Label> label(Collection<Scheme> schemes, Node node, Language language) {
        return schemes.stream()
                .flatMap(scheme -> scheme.of(node).in(language.tag()).stream())
                .findFirst();
    }

    private static Label withCode(Node concept, Label label) {
        String iri = concept.getURI();
        return new Label(label.text() + " (" + iri.substring(iri.lastIndexOf('/') + 1) + ")", label.language());
    }

    /** The name of a concept; empty for anything else. */
    Optional<Label> of(Node concept) {
        return Optional.ofNullable(labels.get(concept));
    }
}
