package eu.solutionatlas.dump.table;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** Writes the rows of all tables while the documents of the catalogue pass by. */
public final class TableWriter {
    private static final Node THEMES = NodeFactory.createURI(Iris.SHARED + "theme");
    private static final Node REGIONS = NodeFactory.createURI(Iris.SHARED + "region");

    private final Iris iris;
    private final Names names;
    private final Map<String, CsvFile> files = new LinkedHashMap<>();

    /** Opens the file of a table. */
    @FunctionalInterface
    public interface Opener {
        OutputStream open(Table table) throws IOException;
    }

    /** @param names of concepts, regions and entries */
    public TableWriter(Iris iris, Names names, Opener opener) throws IOException {
        this.iris = iris;
        this.names = names;
        for (Table table : Tables.all(iris)) {
            files.put(table.name(), new CsvFile(table, opener.open(table)));
        }
    }

    /** @param graph of a document of this hub itself */
    public void add(Node document, Graph graph) {
        if (document.equals(THEMES)) {
            concepts("themes", document, graph);
        } else if (document.equals(REGIONS)) {
            concepts("regions", document, graph);
        } else {
            iris.thingOf(document).ifPresent(thing -> entry(document, thing, graph));
        }
    }

    private void entry(Node document, Node thing, Graph graph) {
        Row row = new Row(graph, thing, document, thing, names);
        if (graph.contains(thing, RDF.type.asNode(), ATLAS.Actor)) {
            add("actors", row);
        }
        if (graph.contains(thing, RDF.type.asNode(), ATLAS.Solution)) {
            add("solutions", row);
            row.values(thing, ATLAS.adopter)
                    .forEach(adopter -> add("adoptions", new Row(graph, thing, document, adopter, names)));
        }
    }

    private void concepts(String table, Node scheme, Graph graph) {
        List<Node> concepts =
                graph.find(Node.ANY, SKOS.inScheme.asNode(), scheme).mapWith(Triple::getSubject).toList().stream()
                        .sorted(Comparator.comparing(Node::toString))
                        .toList();
        concepts.forEach(concept -> add(table, new Row(graph, concept, concept, concept, names)));
    }

    private void add(String table, Row row) {
        CsvFile file = files.get(table);
        if (file == null) {
            throw new IllegalArgumentException("there is no table " + table);
        }
        file.add(row);
    }

    /** Ends all tables, and says how many rows each has. */
    public Map<Table, Long> finish() {
        Map<Table, Long> rows = new LinkedHashMap<>();
        files.values().forEach(file -> rows.put(file.table(), file.finish()));
        return rows;
    }
}
