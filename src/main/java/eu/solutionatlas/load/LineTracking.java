package eu.solutionatlas.load;

import java.io.IOException;
import java.io.Reader;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.ParserProfileWrapper;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/** Parses Turtle or N-Quads and says of each statement in which line it stands. */
final class LineTracking {
    /** Receives the statements of a file. */
    interface Statements {
        /**
         * @param graph null for the default graph
         * @param line where the statement ends, counted from 1
         */
        void statement(@org.jspecify.annotations.Nullable Node graph, Triple triple, long line);
    }

    private LineTracking() {}

    /**
     * Parses a text to its end.
     *
     * @param base for relative IRIs
     * @param errors told of syntax errors and of doubtful terms, with their lines
     * @throws RiotException when the parser cannot go on; the error handler has been told
     */
    static void parse(Reader in, Lang lang, String base, ErrorHandler errors, Statements statements)
            throws IOException {
        Tracker tracker = new Tracker(RiotLib.createParserProfile(
                new FactoryRDFStd(),
                errors,
                IRIxResolver.create(base).resolve(true).build(),
                true));
        RDFParserRegistry.getFactory(lang)
                .create(lang, tracker)
                .read(
                        in,
                        base,
                        lang.getContentType(),
                        new StreamRDFBase() {
                            @Override
                            public void triple(Triple triple) {
                                statements.statement(null, triple, tracker.line);
                            }

                            @Override
                            public void quad(Quad quad) {
                                statements.statement(
                                        quad.isDefaultGraph() ? null : quad.getGraph(), quad.asTriple(), tracker.line);
                            }
                        },
                        new Context());
    }

    /** Notes the line of each statement just before the parser hands it on. */
    private static final class Tracker extends ParserProfileWrapper {
        private long line;

        Tracker(ParserProfile profile) {
            super(profile);
        }

        @Override
        public Triple createTriple(Node subject, Node predicate, Node object, long atLine, long column) {
            line = atLine;
            return super.createTriple(subject, predicate, object, atLine, column);
        }

        @Override
        public Quad createQuad(Node graph, Node subject, Node predicate, Node object, long atLine, long column) {
            line = atLine;
            return super.createQuad(graph, subject, predicate, object, atLine, column);
        }
    }
}
