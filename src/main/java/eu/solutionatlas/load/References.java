package eu.solutionatlas.load;

import eu.solutionatlas.rdf.Iris;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * Checks that links lead somewhere: to things of this hub, to concepts of the published schemes, to known regions. Links
 * to anywhere else are the web's business.
 */
final class References {
    /** The first place that links to something. */
    private record Place(String file, long line, String entry) {}

    private final Iris iris;
    private final Predicate<Node> isPublished;
    private final Set<Node> documents = new HashSet<>();
    private final Map<Node, Place> links = new HashMap<>();

    /** @param isPublished whether the published ontology and schemes describe an IRI */
    References(Iris iris, Predicate<Node> isPublished) {
        this.iris = iris;
        this.isPublished = isPublished;
    }

    /** Notes what an entry is and where it links to. */
    void note(Entry entry) {
        documents.add(entry.document());
        for (int i = 0; i < entry.triples().size(); i++) {
            Node object = entry.triples().get(i).getObject();
            boolean isType = entry.triples().get(i).getPredicate().equals(RDF.type.asNode());
            if (object.isURI() && !isType && mustResolve(object.getURI()) && !links.containsKey(object)) {
                links.put(
                        object,
                        new Place(
                                entry.file(),
                                entry.lines().get(i),
                                entry.document().toString()));
            }
        }
    }

    private boolean mustResolve(String iri) {
        return iri.startsWith(iris.base() + "id/") || iri.startsWith(Iris.SHARED) || iri.startsWith(Iris.NUTS);
    }

    /**
     * Reports every link that leads nowhere.
     *
     * @param isStored whether the catalogue has a document already
     */
    void check(Predicate<Node> isStored, Findings findings) {
        links.forEach((target, place) -> {
            if (!resolves(target, isStored)) {
                findings.error(place.file(), place.line(), place.entry(), reason(target));
            }
        });
    }

    private boolean resolves(Node target, Predicate<Node> isStored) {
        if (!target.getURI().startsWith(iris.base())) {
            return isPublished.test(target);
        }
        if (target.getURI().equals(iris.base() + "id/catalogue")) {
            return true;
        }
        return iris.documentOf(target)
                .filter(document -> documents.contains(document) || isStored.test(document))
                .isPresent();
    }

    private static String reason(Node target) {
        return target.getURI().startsWith(Iris.NUTS)
                ? "links to " + target + ", which is no region of ontology/regions.ttl: correct the code"
                : "links to " + target
                        + ", which is not there: correct the link, or name the file that describes it as well";
    }
}
