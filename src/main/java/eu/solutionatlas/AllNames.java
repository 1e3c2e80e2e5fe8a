package eu.solutionatlas;

import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What anything in the catalogue is called: what the first of several knows.
 *
 * @param known that are asked in this order
 */
record AllNames(List<Names> known) implements Names {
    @Override
    public Labels of(Node thing) {
        return known.stream()
                .map(names -> names.of(thing))
                .filter(labels -> !labels.isEmpty())
                .findFirst()
                .orElse(Labels.NONE);
    }

    @Override
    public Optional<Node> documentOf(Node thing) {
        return known.stream().flatMap(names -> names.documentOf(thing).stream()).findFirst();
    }
}
