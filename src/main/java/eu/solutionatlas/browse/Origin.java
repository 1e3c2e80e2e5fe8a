package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.rdf.vocab.PROV;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Where a copied entry comes from.
 *
 * @param hub the partner, with a link to our page about it
 * @param copied when this state of the entry was copied
 * @param version the partner's data version; empty when it has none
 * @param document the partner's own document about the entry, which can be opened; empty when it has none
 * @param source what the copy was made of: that document, a dump or an endpoint
 */
public record Origin(
        Link hub, Optional<Instant> copied, Optional<String> version, Optional<Link> document, Optional<Link> source) {
    /** Of DCAT 3, which Jena's constants do not have yet. */
    private static final Node VERSION = NodeFactory.createURI("http://www.w3.org/ns/dcat#version");

    /** Where an entry comes from; empty for one of this hub. */
    public static Optional<Origin> of(Graph graph, Topic topic, Linker linker) {
        return topic.hub()
                .map(hub -> new Origin(
                        linker.to(hub(linker.iris(), hub)),
                        copied(graph, topic.document()),
                        version(graph, topic.document()),
                        original(topic).map(Link::elsewhere),
                        source(graph, topic.document())));
    }

    /** When a document of ours was copied, as its graph says. */
    public static Optional<Instant> copied(Graph graph, Node document) {
        return new Description(graph, document).value(PROV.generatedAtTime).flatMap(Origin::moment);
    }

    /** The partner's data version that a document of ours was copied at. */
    public static Optional<String> version(Graph graph, Node document) {
        return new Description(graph, document).value(VERSION);
    }

    /** What a document of ours was copied from. */
    public static Optional<Link> source(Graph graph, Node document) {
        return new Description(graph, document)
                .thing(PROV.wasDerivedFrom)
                .map(source -> Link.elsewhere(source.getURI()));
    }

    /** The partner's own document about an entry, if it has one that can be opened; empty for an entry of this hub. */
    static Optional<String> original(Topic topic) {
        return topic.hub().isPresent() && !topic.record().equals(topic.document())
                ? address(topic.record().toString())
                : Optional.empty();
    }

    /** An IRI of the web as an address that can stand in a header; empty for whatever else a partner may have written. */
    private static Optional<String> address(String iri) {
        try {
            URI parsed = new URI(iri);
            boolean web = "http".equalsIgnoreCase(parsed.getScheme()) || "https".equalsIgnoreCase(parsed.getScheme());
            return web && parsed.getHost() != null ? Optional.of(parsed.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What a hub is called; empty for an entry of this hub. */
    public static Optional<Label> hubOf(Node document, Linker linker) {
        return Topic.hubOf(linker.iris(), document).map(hub -> linker.name(hub(linker.iris(), hub)));
    }

    static Node hub(Iris iris, String id) {
        return iris.thing("hub", id);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
