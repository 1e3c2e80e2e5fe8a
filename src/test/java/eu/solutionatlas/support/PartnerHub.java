package eu.solutionatlas.support;

import eu.solutionatlas.partner.Contact;
import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.store.Store;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;

/** A partner hub whose entries are in a catalogue as if they had been harvested, without any harvest. */
public final class PartnerHub {
    private static final String PREFIXES = """
            PREFIX adms: <http://www.w3.org/ns/adms#>
            PREFIX atlas: <https://w3id.org/solution-atlas/ns#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX kind: <https://w3id.org/solution-atlas/actor-kind/>
            PREFIX nuts: <http://data.europa.eu/nuts/code/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX schema: <https://schema.org/>
            PREFIX status: <https://w3id.org/solution-atlas/status/>
            PREFIX theme: <https://w3id.org/solution-atlas/theme/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private final Store store;
    private final Iris own;
    private final Partner partner;
    private final Map<Node, Graph> entries = new HashMap<>();

    private PartnerHub(Store store, Iris own, Partner partner) {
        this.store = store;
        this.own = own;
        this.partner = partner;
    }

    /** Registers a partner, whose catalogue is at {@code https://ID.example/}. */
    public static PartnerHub register(Store store, String id, String name, String... regions) {
        String base = "https://" + id + ".example/";
        Partner partner = new Partner(
                id,
                new Labels(new TreeMap<>(Map.of("en", name))),
                Optional.of(base),
                java.util.Arrays.stream(regions)
                        .map(code -> NodeFactory.createURI(Iris.NUTS + code))
                        .toList(),
                List.of(base),
                Optional.of(base + "sparql/own"),
                Optional.of(base + "dump/catalogue.nq.gz"),
                Optional.of(base + "dump/changes"),
                new Contact(Optional.of("data steward"), Optional.of("data@" + id + ".example")),
                HubState.ACTIVE,
                Optional.of(java.time.LocalDate.of(2026, 11, 1)));
        PartnerHub hub = new PartnerHub(store, TestAtlas.IRIS, partner);
        if (new Partners(store, TestAtlas.IRIS).put(partner, "test") instanceof Partners.Outcome.Refused refused) {
            throw new IllegalStateException(refused.reason());
        }
        return hub;
    }

    /**
     * Adds an entry.
     *
     * @param kind {@code solution} or {@code actor}
     * @param properties the rest of its description in Turtle; IRIs are relative to the partner's base
     */
    public PartnerHub with(String kind, String slug, String properties) {
        String type = kind.equals("solution") ? "atlas:Solution" : "atlas:Actor";
        return add(
                kind,
                slug,
                "<id/%1$s/%2$s> a %3$s ; %4$s .\n".formatted(kind, slug, type, properties)
                        + "<%1$s/%2$s> a dcat:CatalogRecord ; foaf:primaryTopic <id/%1$s/%2$s> ;".formatted(kind, slug)
                        + " dct:source <https://source.example/%s> ; dct:issued \"2026-11-20\"^^xsd:date .\n"
                                .formatted(slug));
    }

    /** As {@link #with}, of a hub that has no documents about its entries. */
    public PartnerHub withoutRecord(String kind, String slug, String properties) {
        String type = kind.equals("solution") ? "atlas:Solution" : "atlas:Actor";
        add(kind, slug, "<id/%1$s/%2$s> a %3$s ; %4$s .\n".formatted(kind, slug, type, properties));
        Node document = document(kind, slug);
        entry(document).add(document, FOAF.primaryTopic.asNode(), NodeFactory.createURI(thing(kind, slug)));
        return this;
    }

    private PartnerHub add(String kind, String slug, String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(PREFIXES + turtle))
                .lang(Lang.TURTLE)
                .base(base())
                .parse(graph);
        Node document = document(kind, slug);
        origin(graph, document, base() + kind + "/" + slug);
        entries.put(document, graph);
        return this;
    }

    private Graph entry(Node document) {
        return java.util.Objects.requireNonNull(entries.get(document));
    }

    private void origin(Graph graph, Node document, String source) {
        graph.add(document, DCTerms.publisher.asNode(), own.thing("hub", partner.id()));
        graph.add(document, iri("http://www.w3.org/ns/prov#wasDerivedFrom"), iri(source));
        graph.add(
                document,
                iri("http://www.w3.org/ns/prov#generatedAtTime"),
                NodeFactory.createLiteralDT("2026-11-23T03:10:00Z", XSDDatatype.XSDdateTime));
        graph.add(document, iri("http://www.w3.org/ns/dcat#version"), NodeFactory.createLiteralString("17"));
    }

    /** Commits what was added. */
    public PartnerHub harvest() {
        Node copy = new Copies(own).copy(partner.id());
        Graph about = GraphFactory.createDefaultGraph();
        origin(about, copy, partner.dump().orElseThrow());
        about.add(copy, FOAF.primaryTopic.asNode(), own.thing("hub", partner.id()));
        about.add(
                copy,
                iri("http://rdfs.org/ns/void#entities"),
                NodeFactory.createLiteralDT(Integer.toString(entries.size()), XSDDatatype.XSDinteger));
        store.commit("test", "harvest of " + partner.id(), writer -> {
            entries.forEach(
                    (document, graph) -> writer.replace(document, graph.find().toList()));
            writer.replace(copy, about.find().toList());
        });
        return this;
    }

    /** Takes an entry out, as a harvest does when it is no longer at the source. */
    public void withdraw(String kind, String slug) {
        entries.remove(document(kind, slug));
        store.commit("test", "harvest of " + partner.id(), writer -> writer.remove(document(kind, slug)));
    }

    /** The document of a copied entry. */
    public Node document(String kind, String slug) {
        return new Copies(own).document(partner, kind, thing(kind, slug));
    }

    /** The IRI of an entry, at the partner. */
    public String thing(String kind, String slug) {
        return base() + "id/" + kind + "/" + slug;
    }

    private String base() {
        return partner.spaces().getFirst();
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
