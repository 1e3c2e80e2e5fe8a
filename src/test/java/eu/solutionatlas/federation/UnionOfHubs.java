package eu.solutionatlas.federation;

import eu.solutionatlas.rdf.OntologyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.FmtUtils;

/**
 * What an answer ought to be: the entries of all hubs and the vocabularies in one graph in memory, asked by ARQ alone.
 */
final class UnionOfHubs {
    private final Map<String, Graph> hubs = new LinkedHashMap<>();
    private final Graph vocabularies = GraphFactory.createDefaultGraph();

    UnionOfHubs() {
        OntologyFiles.graphs().values().forEach(graph -> graph.find().forEach(vocabularies::add));
    }

    /** Adds the entries of a hub, with its base. */
    void add(String hub, String base, Path seed) throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String kind : List.of("solution", "actor")) {
            try (Stream<Path> files = Files.list(seed.resolve(kind))) {
                files.forEach(file -> RDFParser.source(file).base(base).parse(graph));
            }
        }
        hubs.put(hub, graph);
    }

    /** The rows of a query, its SERVICE blocks asked of the same graph, without some hubs; in alphabetical order. */
    List<String> rows(String text, Set<String> without) {
        Graph union = GraphFactory.createDefaultGraph();
        vocabularies.find().forEach(union::add);
        hubs.forEach((hub, graph) -> {
            if (!without.contains(hub)) {
                graph.find().forEach(union::add);
            }
        });
        Query query = QueryTransformOps.transform(QueryFactory.create(text), new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementService service, org.apache.jena.graph.Node name, Element body) {
                return body;
            }
        });
        try (QueryExec exec = QueryExec.graph(union).query(query).build()) {
            return rows(exec.select());
        }
    }

    static List<String> rows(RowSet found) {
        List<String> rows = new ArrayList<>();
        List<Var> columns = found.getResultVars();
        while (found.hasNext()) {
            Binding row = found.next();
            rows.add(String.join(
                    " | ",
                    columns.stream()
                            .map(column -> row.contains(column) ? FmtUtils.stringForNode(row.get(column)) : "-")
                            .toList()));
        }
        return rows.stream().sorted().toList();
    }
}
