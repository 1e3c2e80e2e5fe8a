package eu.solutionatlas.harvest;

import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.shape.Shapes;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The check of entries, made when the first entry comes: parsing shapes and schemes would delay every start. */
final class Checks {
    private final Supplier<Shapes> shapes;
    private Optional<CandidateCheck> made = Optional.empty();

    Checks(Supplier<Shapes> shapes) {
        this.shapes = shapes;
    }

    synchronized CandidateCheck get() {
        CandidateCheck check = made.orElseGet(() -> new CandidateCheck(shapes.get(), published()));
        made = Optional.of(check);
        return check;
    }

    private static Set<Node> published() {
        return OntologyFiles.graphs().values().stream()
                .flatMap(graph -> graph.find().mapWith(Triple::getSubject).toSet().stream())
                .collect(Collectors.toSet());
    }
}
