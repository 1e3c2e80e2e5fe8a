package eu.solutionatlas.harvest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** Reads entries from N-Quads in which the quads of an entry stand together, one entry in memory at a time. */
final class Candidates {
    /** Graphs of one hub, whose names are in memory while it is read. */
    private static final int MOST = 500_000;

    private Candidates() {}

    static void read(Path file, String base, long maxBytes, Consumer<Candidate> candidates)
            throws BrokenInputException, IOException {
        Grouping grouping = new Grouping(candidates);
        RdfInput.read(file, Lang.NQUADS, base, maxBytes, grouping);
        grouping.end();
    }

    private static final class Grouping extends StreamRDFBase {
        private final Consumer<Candidate> candidates;
        private final Set<Node> seen = new HashSet<>();
        private Optional<Node> graph = Optional.empty();
        private List<Triple> triples = new ArrayList<>();

        Grouping(Consumer<Candidate> candidates) {
            this.candidates = candidates;
        }

        @Override
        public void triple(Triple triple) {
            throw new RiotException("a statement is in no graph: " + triple);
        }

        @Override
        public void quad(Quad quad) {
            if (quad.isDefaultGraph()) {
                triple(quad.asTriple());
            }
            if (graph.filter(quad.getGraph()::equals).isEmpty()) {
                end();
                if (seen.size() == MOST) {
                    throw new RiotException("there are more than " + MOST + " entries");
                }
                if (!seen.add(quad.getGraph())) {
                    throw new RiotException("the graph " + quad.getGraph() + " comes back after others");
                }
                graph = Optional.of(quad.getGraph());
            }
            if (triples.size() <= CandidateCheck.MAX_TRIPLES) { // one more than are taken tells that there are too many
                triples.add(quad.asTriple());
            }
        }

        void end() {
            graph.ifPresent(name -> candidates.accept(new Candidate(name, triples)));
            graph = Optional.empty();
            triples = new ArrayList<>();
        }
    }
}
