package eu.solutionatlas.partner;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** What shapes cannot say of a register: that names and addresses agree, and that no two hubs speak for the same. */
public final class RegisterCheck {
    private RegisterCheck() {}

    /** What is wrong, by hub, in words; empty when the register may be used. */
    public static Map<Node, String> problems(Iris iris, Graph graph) {
        RegisterGraph layout = new RegisterGraph(iris);
        Map<Node, String> problems = new LinkedHashMap<>();
        graph.find(Node.ANY, RDF.type.asNode(), ATLAS.Partner)
                .mapWith(Triple::getSubject)
                .forEach(hub -> graph.find(hub, DCTerms.identifier.asNode(), Node.ANY)
                        .filterKeep(triple -> triple.getObject().isLiteral())
                        .forEach(triple -> {
                            String id = triple.getObject().getLiteralLexicalForm();
                            if (!hub.equals(layout.hub(id))) {
                                problems.put(
                                        hub,
                                        "the hub with the short name " + id + " is <id/hub/" + id
                                                + "> in the register: correct the IRI or the dct:identifier");
                            }
                        }));
        List<Partner> before = new ArrayList<>();
        for (Partner partner : layout.read(graph).all()) {
            reason(partner, before, iris.base())
                    .ifPresent(reason -> problems.putIfAbsent(layout.hub(partner.id()), reason));
            before.add(partner);
        }
        return problems;
    }

    private static Optional<String> reason(Partner partner, List<Partner> before, String ownBase) {
        return new Register(before, Map.of()).conflict(partner, ownBase).or(partner::flaw);
    }
}
