package eu.solutionatlas.partner;

import eu.solutionatlas.rdf.Iris;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;

/**
 * Where copies of partners' entries lie: the entry {@code x} of the hub {@code liberec} is the graph and document
 * {@code {base}hub/liberec/solution/x}, with the partner's own triples about its own IRI, and where they came from said
 * of the document. {@code {base}hub/liberec} is about the copy as a whole.
 */
public final class Copies {
    /** What is between the base and the short name of a hub. */
    private static final String HUB = "hub/";

    private static final int HASH = 8;
    private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");

    private final Iris iris;
    private final String prefix;

    public Copies(Iris iris) {
        this.iris = iris;
        this.prefix = iris.base() + HUB;
    }

    /** Whether a document is a copy of a partner's entry, or about such a copy. */
    public boolean isCopy(Node document) {
        return document.isURI() && document.getURI().startsWith(prefix);
    }

    /** The short name of the hub that a document was copied from; empty for our own. */
    public Optional<String> partnerOf(Node document) {
        if (!isCopy(document)) {
            return Optional.empty();
        }
        String rest = document.getURI().substring(prefix.length());
        int slash = rest.indexOf('/');
        return Optional.of(slash < 0 ? rest : rest.substring(0, slash));
    }

    /** The kind of a copied entry, {@code solution} or {@code actor}; empty for any other document. */
    public Optional<String> kindOf(Node document) {
        if (!isCopy(document)) {
            return Optional.empty();
        }
        String[] parts = document.getURI().substring(prefix.length()).split("/", -1);
        return parts.length == 3 ? Optional.of(parts[1]) : Optional.empty();
    }

    /** The document about the copy of a hub's entries. */
    public Node copy(String hub) {
        return NodeFactory.createURI(prefix + hub);
    }

    /** How the documents of all copied entries of a hub begin. */
    public String entriesOf(String hub) {
        return prefix + hub + "/";
    }

    /**
     * The document of a copied entry. Entries of another Atlas keep their slug; others get one made of the end of the IRI
     * and of its hash, so that two that end alike do not meet.
     *
     * @param kind {@code solution} or {@code actor}
     * @param thing the entry's own IRI, at the partner
     */
    public Node document(Partner partner, String kind, String thing) {
        String slug = partner.spaces().stream()
                .map(space -> space + "id/" + kind + "/")
                .filter(thing::startsWith)
                .map(start -> thing.substring(start.length()))
                .filter(Iris::isSlug)
                .findFirst()
                .orElseGet(() -> slugOf(thing));
        return iris.document(HUB + partner.id() + "/" + kind, slug);
    }

    private static String slugOf(String thing) {
        String end = thing.substring(Math.max(thing.lastIndexOf('/'), thing.lastIndexOf('#')) + 1);
        String words = NOT_SLUG.matcher(end.toLowerCase(Locale.ROOT)).replaceAll("-");
        String trimmed = words.replaceAll("^-|-$", "");
        String shortened = trimmed.substring(0, Math.min(trimmed.length(), Iris.MAX_SLUG - HASH - 2));
        String clean = shortened.endsWith("-") ? shortened.substring(0, shortened.length() - 1) : shortened;
        return clean.isEmpty() ? hash(thing) : clean + "-" + hash(thing);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What a copied graph is about, and the record that says so: the subject is the record, the object the thing. */
    public static Optional<Triple> topic(Graph graph) {
        return graph.find(Node.ANY, FOAF.primaryTopic.asNode(), Node.ANY).toList().stream()
                .filter(triple ->
                        triple.getSubject().isURI() && triple.getObject().isURI())
                .findFirst();
    }
}
