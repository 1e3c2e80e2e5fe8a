package eu.solutionatlas.shape;

import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.OntologyFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;

/**
 * The published SHACL shapes, run on the graph of one entry at a time. Safe for many threads.
 *
 * <p>Shapes never look into another graph: whether a link leads anywhere is for the catalogue to check.
 */
public final class Shapes {
    private final org.apache.jena.shacl.Shapes shapes;
    private final Graph source;

    private Shapes(Graph source) {
        this.source = source;
        this.shapes = org.apache.jena.shacl.Shapes.parse(source);
    }

    /** The shapes in {@code ontology/shapes.ttl}. */
    public static Shapes published() {
        return new Shapes(OntologyFiles.shapes());
    }

    /** The properties that the shapes speak of. */
    public Set<Node> properties() {
        return source.find(Node.ANY, SHACL.path, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .toSet();
    }

    /** Validates the graph of an entry. One mistake is one result, however many constraints of a shape it breaks. */
    public List<ShapeResult> validate(Graph entry) {
        if (ShaclValidator.get().conforms(shapes, entry)) {
            return List.of();
        }
        Map<List<Optional<Node>>, ShapeResult> results = new LinkedHashMap<>();
        for (ReportEntry found : ShaclValidator.get().validate(shapes, entry).getEntries()) {
            ShapeResult result = result(found);
            results.putIfAbsent(
                    List.of(
                            Optional.of(found.focusNode()),
                            result.path(),
                            Optional.ofNullable(found.source()),
                            result.value()),
                    result);
        }
        return new ArrayList<>(results.values());
    }

    private ShapeResult result(ReportEntry found) {
        Optional<Node> path =
                found.resultPath() instanceof P_Link link ? Optional.of(link.getNode()) : Optional.empty();
        return new ShapeResult(
                found.focusNode(),
                path,
                Optional.ofNullable(found.value()),
                severity(found.severity()),
                messages(found));
    }

    /** The shape's own messages, in all their languages; the engine keeps only one. */
    private Labels messages(ReportEntry found) {
        Labels own = found.source() == null ? Labels.NONE : Labels.of(source, found.source(), SHACL.message);
        return own.isEmpty() ? Labels.of(List.copyOf((Collection<Node>) found.messages())) : own;
    }

    private static ShapeResult.Severity severity(Severity severity) {
        if (severity.equals(Severity.Violation)) {
            return ShapeResult.Severity.VIOLATION;
        }
        return severity.equals(Severity.Warning) ? ShapeResult.Severity.WARNING : ShapeResult.Severity.INFO;
    }
}
