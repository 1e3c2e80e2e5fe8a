package eu.solutionatlas.network;

import eu.solutionatlas.browse.Likeness;
import eu.solutionatlas.web.Frame;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Proposals as RDF: statements that are spoken of (RDF 1.1 Schema section 5.3) and not made, each with the reason in every
 * language.
 *
 * @param document the IRI of the document that has them
 * @param frames one for each language
 */
record ProposalGraph(Node document, List<Frame> frames) {
    private static final int NAME_BYTES = 8;

    Graph of(Proposals.Found found) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (Frame frame : frames) {
            text(graph, document, DCTerms.title.asNode(), frame.text("same.title"), frame);
            text(graph, document, RDFS.comment.asNode(), frame.text("same.note"), frame);
            if (found.isCut()) {
                String cut = frame.text("same.cut", frame.number(found.best().size()), frame.number(found.total()));
                text(graph, document, RDFS.comment.asNode(), cut, frame);
            }
        }
        for (Proposal proposal : found.best()) {
            Node one = proposal.one().thing();
            Node other = proposal.other().thing();
            Node statement = NodeFactory.createURI(document.getURI() + "#" + name(one, other));
            graph.add(statement, RDF.type.asNode(), RDF.Statement.asNode());
            graph.add(statement, RDF.subject.asNode(), one);
            graph.add(statement, RDF.predicate.asNode(), OWL2.sameAs.asNode());
            graph.add(statement, RDF.object.asNode(), other);
            for (Frame frame : frames) {
                text(graph, statement, RDFS.comment.asNode(), reasons(proposal, frame), frame);
            }
        }
        return graph;
    }

    private static String reasons(Proposal proposal, Frame frame) {
        return proposal.reasons().stream().map(reason -> reason(reason, frame)).collect(Collectors.joining(", "));
    }

    private static String reason(Likeness.Reason reason, Frame frame) {
        return switch (reason) {
            case IDENTIFIER -> frame.text("same.identifier");
            case HOMEPAGE -> frame.text("same.homepage");
            case NAME -> frame.text("same.name");
        };
    }

    private static void text(Graph graph, Node subject, Node property, String text, Frame frame) {
        graph.add(
                subject,
                property,
                NodeFactory.createLiteralLang(text, frame.language().tag()));
    }

    /** Depends on what is proposed alone, so that a proposal keeps its name. */
    private static String name(Node one, Node other) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((one.getURI() + ' ' + other.getURI()).getBytes(StandardCharsets.UTF_8));
            return "same-" + HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
