package eu.solutionatlas.rdf;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;

/**
 * What the document of an entry is about. Of our own entries, the rules of our IRIs say it. Entries copied from a partner
 * hub ({@code {base}hub/x/solution/y}) keep the partner's IRIs, so that only their graphs can say it.
 *
 * @param document the document, and its graph's name
 * @param kind of the entry, such as {@code solution}
 * @param thing that the document is about
 * @param record what is said of the entry as such is said of this: the document, or the partner's own one
 * @param hub the short name of the partner that it was copied from; empty for an entry of this hub
 */
public record Topic(Node document, String kind, Node thing, Node record, Optional<String> hub) {
    private static final String COPIES = "hub/";
    /** Whoever cuts a list by a copied entry names the partner and the entry; in neither of them is such a sign. */
    private static final char SEPARATOR = '.';

    /** A place in the catalogue, as the path of a document has it. */
    private record Place(Optional<String> hub, String kind, String slug) {}

    /** The document of a copied entry. */
    public static Node copy(Iris iris, String hub, String kind, String slug) {
        return iris.document(COPIES + hub + "/" + kind, slug);
    }

    /** What a document of this hub is about; empty when it is no entry's, or a copy that is about nothing. */
    public static Optional<Topic> of(Iris iris, Node document, Graph graph) {
        return place(iris, document).flatMap(place -> {
            if (place.hub().isEmpty()) {
                return iris.thingOf(document)
                        .map(thing -> new Topic(document, place.kind(), thing, document, Optional.empty()));
            }
            return graph.find(Node.ANY, FOAF.primaryTopic.asNode(), Node.ANY).toList().stream()
                    .filter(triple -> triple.getObject().isURI())
                    .min(Comparator.comparing(triple -> triple.getSubject().toString()))
                    .map((Triple topic) ->
                            new Topic(document, place.kind(), topic.getObject(), topic.getSubject(), place.hub()));
        });
    }

    /** The partner that a document was copied from; empty for any other document. */
    public static Optional<String> hubOf(Iris iris, Node document) {
        return place(iris, document).flatMap(Place::hub);
    }

    /**
     * The value by which lists are cut by an entry: the last part of its IRI, and before that the partner that it was copied
     * from. The whole IRI of what we have no document about.
     */
    public static String value(Iris iris, Names names, Node thing) {
        return names.documentOf(thing)
                .flatMap(document -> place(iris, document))
                .map(Topic::value)
                .orElse(thing.getURI());
    }

    private static String value(Place place) {
        return place.hub().map(hub -> hub + SEPARATOR).orElse("") + place.slug();
    }

    /** The document of an entry that such a value stands for. */
    public static Node document(Iris iris, String kind, String value) {
        int separator = value.indexOf(SEPARATOR);
        return separator < 0
                ? iris.document(kind, value)
                : copy(iris, value.substring(0, separator), kind, value.substring(separator + 1));
    }

    private static Optional<Place> place(Iris iris, Node document) {
        if (!document.isURI() || !document.getURI().startsWith(iris.base())) {
            return Optional.empty();
        }
        String[] parts = document.getURI().substring(iris.base().length()).split("/", -1);
        if (parts.length == 2 && !parts[0].equals("hub")) {
            return Optional.of(new Place(Optional.empty(), parts[0], parts[1]));
        }
        return parts.length == 4 && parts[0].equals("hub")
                ? Optional.of(new Place(Optional.of(parts[1]), parts[2], parts[3]))
                : Optional.empty();
    }
}
