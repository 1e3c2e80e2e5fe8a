package eu.solutionatlas.dump;

import eu.solutionatlas.dump.Figures.Breakdown;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.store.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** Counts the entries of a set while they pass by, in the way that its tables have them. */
final class FigureCounter {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private final Iris iris;
    private final Tally themes;
    private final Tally regions;
    private final Tally statuses;
    private final Tally years = new Tally();
    private long solutions;
    private long actors;
    private long adoptions;

    FigureCounter(Snapshot snapshot, Iris iris) {
        this.iris = iris;
        this.themes = tally(snapshot, "theme");
        this.regions = tally(snapshot, "region");
        this.statuses = tally(snapshot, "status");
    }

    private static Tally tally(Snapshot snapshot, String name) {
        Node scheme = NodeFactory.createURI(Iris.SHARED + name);
        return new Tally(Scheme.of(snapshot.graph(scheme), scheme));
    }

    /** @param graph of a document of this hub itself */
    void add(Node document, Graph graph) {
        iris.thingOf(document).ifPresent(thing -> {
            if (graph.contains(thing, RDF.type.asNode(), ATLAS.Actor)) {
                actors++;
            }
            if (graph.contains(thing, RDF.type.asNode(), ATLAS.Solution)) {
                addSolution(thing, graph);
            }
        });
    }

    private void addSolution(Node thing, Graph graph) {
        solutions++;
        adoptions += values(graph, thing, ATLAS.adopter).size();
        themes.add(values(graph, thing, DCAT.theme.asNode()));
        regions.add(values(graph, thing, DCTerms.spatial.asNode()));
        // One cell in the table, and of several the first.
        statuses.add(values(graph, thing, ATLAS.status).stream().limit(1).toList());
        years.add(values(graph, thing, ATLAS.startYear).stream()
                .filter(year -> year.isLiteral()
                        && YEAR.matcher(year.getLiteralLexicalForm()).matches())
                .limit(1)
                .toList());
    }

    private static List<Node> values(Graph graph, Node thing, Node property) {
        return graph.find(thing, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(java.util.Comparator.comparing(Node::toString))
                .toList();
    }

    Figures figures() {
        return new Figures(solutions, actors, adoptions, of(themes), of(regions), of(statuses), of(years));
    }

    private Breakdown of(Tally tally) {
        return new Breakdown(tally.counts(), tally.none());
    }

    DumpFile write(SetDirectory directory) throws IOException {
        return directory.write(
                Figures.FILE_NAME,
                DumpFormat.JSON,
                "How many solutions there are by theme, region, status and year, to check counts with.",
                DumpJson.bytes(figures()));
    }
}
