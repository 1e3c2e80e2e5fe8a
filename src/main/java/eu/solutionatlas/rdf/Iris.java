package eu.solutionatlas.rdf;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The IRI rules of this hub, in the one place that knows them: a <em>thing</em> ({@code {base}id/solution/x}) is
 * described by a <em>document</em> ({@code {base}solution/x}), whose IRI is also the name of its graph.
 *
 * @param base the hub's base IRI, ending in a slash; a setting, never derived from a request
 */
public record Iris(String base) {
    /** Root of what is the same at every hub: the ontology and the concept schemes. */
    public static final String SHARED = "https://w3id.org/solution-atlas/";

    /** Namespace of the EU's region codes. */
    public static final String NUTS = "http://data.europa.eu/nuts/code/";

    /** The longest slug that is accepted. */
    public static final int MAX_SLUG = 120;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public Iris {
        URI parsed = URI.create(base);
        boolean web = "http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme());
        if (!web || parsed.getHost() == null || !base.endsWith("/") || base.contains("?") || base.contains("#")) {
            throw new IllegalArgumentException("a base IRI is http or https, has a host and ends in a slash: " + base);
        }
    }

    /** Whether this can be the last part of an entry's IRI: lower-case ASCII letters, digits and single hyphens. */
    public static boolean isSlug(String text) {
        return text.length() <= MAX_SLUG && SLUG.matcher(text).matches();
    }

    /** The thing of a kind: {@code {base}id/solution/x}. */
    public Node thing(String kind, String slug) {
        return NodeFactory.createURI(base + "id/" + kind + "/" + slug);
    }

    /** The document about a thing, and its graph's name: {@code {base}solution/x}. */
    public Node document(String kind, String slug) {
        return NodeFactory.createURI(base + kind + "/" + slug);
    }

    /** The document about a thing of this hub; empty for any other IRI. */
    public Optional<Node> documentOf(Node thing) {
        String prefix = base + "id/";
        return thing.isURI() && thing.getURI().startsWith(prefix)
                ? Optional.of(NodeFactory.createURI(base + thing.getURI().substring(prefix.length())))
                : Optional.empty();
    }

    /** The thing that a document of this hub describes; empty for any other IRI. */
    public Optional<Node> thingOf(Node document) {
        return document.isURI() && document.getURI().startsWith(base)
                ? Optional.of(
                        NodeFactory.createURI(base + "id/" + document.getURI().substring(base.length())))
                : Optional.empty();
    }

    /**
     * The path at which this hub shows a document about a thing: its own things, shared concepts and regions. Empty for
     * what lies elsewhere.
     */
    public Optional<String> pathOf(String iri) {
        if (iri.startsWith(base + "id/")) {
            return Optional.of("/" + iri.substring(base.length() + 3));
        }
        if (iri.startsWith(NUTS)) {
            return Optional.of("/region/" + iri.substring(NUTS.length()));
        }
        if (iri.startsWith(SHARED)) {
            return Optional.of("/" + iri.substring(SHARED.length()));
        }
        return Optional.empty();
    }
}
