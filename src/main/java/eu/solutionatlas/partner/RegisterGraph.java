package eu.solutionatlas.partner;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VCARD4;
import org.apache.jena.vocabulary.VOID;

/** The register as RDF: the graph {@code {base}federation}, laid out as {@code ontology/shapes.ttl} says (shape:Partner). */
final class RegisterGraph {
    private static final Node ROLE = NodeFactory.createURI("http://www.w3.org/2006/vcard/ns#role");

    private final Iris iris;

    RegisterGraph(Iris iris) {
        this.iris = iris;
    }

    Node document() {
        return NodeFactory.createURI(iris.base() + "federation");
    }

    Node hub(String id) {
        return iris.thing("hub", id);
    }

    private Node contact(String id) {
        return NodeFactory.createURI(iris.base() + "federation#" + id + "-contact");
    }

    Register read(Graph stored) {
        Graph graph = GraphFactory.createDefaultGraph();
        stored.find().forEach(graph::add); // in one scan, since a look-up in the store costs one each
        List<Partner> partners = new ArrayList<>();
        graph.find(Node.ANY, RDF.type.asNode(), ATLAS.Partner)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toList()
                .forEach(hub -> partner(new Description(graph, hub)).ifPresent(partners::add));
        return register(partners);
    }

    /** The register of these. */
    Register register(Collection<Partner> partners) {
        Map<Node, Labels> names = new HashMap<>();
        partners.forEach(partner -> names.put(hub(partner.id()), nameOf(partner)));
        return new Register(partners, names);
    }

    /** Whoever has not said what a hub is called knows it by its short name. */
    private static Labels nameOf(Partner partner) {
        return partner.name().isEmpty()
                ? Labels.of(List.of(NodeFactory.createLiteralString(partner.id())))
                : partner.name();
    }

    private static Optional<Partner> partner(Description hub) {
        return hub.value(DCTerms.identifier)
                .filter(Partner::isId)
                .map(id -> new Partner(
                        id,
                        hub.labels(FOAF.name),
                        first(hub, FOAF.homepage.asNode()),
                        hub.things(DCTerms.spatial),
                        hub.texts(VOID.uriSpace.asNode()).stream()
                                .map(space -> space.text())
                                .toList(),
                        first(hub, VOID.sparqlEndpoint.asNode()),
                        first(hub, VOID.dataDump.asNode()),
                        first(hub, ATLAS.changesFeed),
                        hub.thing(DCAT.contactPoint.asNode())
                                .map(point -> contact(new Description(hub.graph(), point)))
                                .orElse(Contact.NONE),
                        hub.value(ATLAS.hubState).flatMap(HubState::of).orElse(HubState.ANNOUNCED),
                        hub.day(DCTerms.issued)));
    }

    private static Contact contact(Description point) {
        return new Contact(
                point.value(ROLE),
                first(point, VCARD4.hasEmail.asNode())
                        .map(address -> address.startsWith("mailto:") ? address.substring(7) : address));
    }

    private static Optional<String> first(Description description, Node property) {
        return description.thing(property).map(Node::getURI);
    }

    /** What the register says of one hub. */
    Collection<Triple> triples(Partner partner) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node hub = hub(partner.id());
        graph.add(hub, RDF.type.asNode(), ATLAS.Partner);
        graph.add(hub, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(partner.id()));
        partner.name().addTo(graph, hub, FOAF.name.asNode());
        link(graph, hub, FOAF.homepage.asNode(), partner.homepage());
        partner.regions().forEach(region -> graph.add(hub, DCTerms.spatial.asNode(), region));
        partner.spaces()
                .forEach(space -> graph.add(hub, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(space)));
        link(graph, hub, VOID.sparqlEndpoint.asNode(), partner.endpoint());
        link(graph, hub, VOID.dataDump.asNode(), partner.dump());
        link(graph, hub, ATLAS.changesFeed, partner.changes());
        graph.add(
                hub,
                ATLAS.hubState,
                NodeFactory.createLiteralString(partner.state().code()));
        partner.since()
                .ifPresent(day -> graph.add(
                        hub,
                        DCTerms.issued.asNode(),
                        NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate)));
        if (!partner.contact().isEmpty()) {
            Node contact = contact(partner.id());
            graph.add(hub, DCAT.contactPoint.asNode(), contact);
            partner.contact().role().ifPresent(role -> graph.add(contact, ROLE, NodeFactory.createLiteralString(role)));
            link(
                    graph,
                    contact,
                    VCARD4.hasEmail.asNode(),
                    partner.contact().email().map(email -> "mailto:" + email));
        }
        return graph.find().toList();
    }

    /** What belongs to a hub in the register's graph. */
    boolean isAbout(String id, Triple triple) {
        return triple.getSubject().equals(hub(id)) || triple.getSubject().equals(contact(id));
    }

    /** What a register says of itself. */
    Collection<Triple> self() {
        return List.of(Triple.create(document(), RDF.type.asNode(), ATLAS.Register));
    }

    private static void link(Graph graph, Node subject, Node property, Optional<String> address) {
        address.ifPresent(iri -> graph.add(subject, property, NodeFactory.createURI(iri)));
    }
}
