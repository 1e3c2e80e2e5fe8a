package eu.solutionatlas.reconcile;

import eu.solutionatlas.rdf.Iris;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Identifiers of the API: what follows the base of this hub in an address that leads to the thing. Of an entry of this hub
 * that address is its IRI ({@code id/actor/x}); of a theme, a region or a copied entry it is our document about it. Whole
 * IRIs are understood as well.
 */
record Ids(Iris iris) {
    /** Where to look something up. */
    sealed interface Place {
        /** A document of ours. */
        record Document(Node iri) implements Place {}

        /** A theme or a region. */
        record Concept(Kind kind, Node iri) implements Place {}

        /** Something that somebody else has named. */
        record Elsewhere(Node iri) implements Place {}
    }

    /** The identifier of an entry by its document. */
    String ofEntry(Node document) {
        String path = document.getURI().substring(iris.base().length());
        return path.startsWith("hub/") ? path : "id/" + path;
    }

    /** The identifier of a thing that something is linked to; the whole IRI of one that has no address here. */
    String ofLinked(Node thing) {
        String iri = thing.getURI();
        if (iri.startsWith(iris.base())) {
            return iri.substring(iris.base().length());
        }
        return iris.pathOf(iri).map(path -> path.substring(1)).orElse(iri);
    }

    /** What an identifier stands for; empty for what is none. */
    Optional<Place> place(String id) {
        String local = id.startsWith(iris.base()) ? id.substring(iris.base().length()) : id;
        if (local.startsWith("id/")) {
            local = local.substring("id/".length());
        }
        int slash = local.indexOf('/');
        Optional<Kind> kind = slash < 0 ? Optional.empty() : Kind.of(local.substring(0, slash));
        if (kind.isPresent()) {
            String rest = local.substring(slash + 1);
            return Optional.of(
                    switch (kind.get()) {
                        case ACTOR, SOLUTION -> new Place.Document(document(local));
                        case THEME -> concept(Kind.THEME, Iris.SHARED + "theme/" + rest);
                        case REGION -> concept(Kind.REGION, Iris.NUTS + rest);
                    });
        }
        if (local.startsWith("hub/")) {
            return Optional.of(new Place.Document(document(local)));
        }
        if (id.startsWith(Iris.NUTS)) {
            return Optional.of(concept(Kind.REGION, id));
        }
        if (id.startsWith(Iris.SHARED + "theme/")) {
            return Optional.of(concept(Kind.THEME, id));
        }
        return id.startsWith("http://") || id.startsWith("https://")
                ? Optional.of(new Place.Elsewhere(NodeFactory.createURI(id)))
                : Optional.empty();
    }

    private Node document(String path) {
        return NodeFactory.createURI(iris.base() + path);
    }

    private static Place concept(Kind kind, String iri) {
        return new Place.Concept(kind, NodeFactory.createURI(iri));
    }
}
